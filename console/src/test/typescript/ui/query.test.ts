import assert from "node:assert/strict";
import { test } from "node:test";
import { asQuery, boxQuery, circleQuery } from "../../../main/typescript/ui/query";

test("filters become a query of the watch language, each field once", () => {
  assert.equal(
    asQuery({ claim: ["WITHDRAWAL", "TERRITORY_CONTROL"], place: ["Nova Kakhovka"], language: ["uk"] }),
    'place:"Nova Kakhovka" claim:(WITHDRAWAL OR TERRITORY_CONTROL) lang:uk',
  );
});

test("ids of the gazetteer are written as ids, names as names", () => {
  assert.equal(asQuery({ place: ["geo:706448"], actor: ["RU.mil"] }), "place:#geo:706448 actor:#RU.mil");
  assert.equal(asQuery({ actor: ["1st Guards Tank Army"] }), 'actor:"1st Guards Tank Army"');
});

test("what a suggestion says goes before all guesses", () => {
  const insert = (filter: string, value: string) => (filter === "actor" && value === "wagner" ? "#wagner" : undefined);
  assert.equal(asQuery({ actor: ["wagner", "ua-72-brigade"] }, insert), "actor:(#wagner OR #ua-72-brigade)");
});

test("words of a search say OR and NOT as watches do, but not within quotation marks", () => {
  assert.equal(asQuery({ q: ['convoy | "a | -b" -exercise'] }), 'convoy OR "a | -b" NOT exercise');
});

test("an OR takes no hold of the filters beside it", () => {
  assert.equal(asQuery({ q: ["tank | drone"], country: ["UA"] }), "(tank OR drone) country:UA");
  assert.equal(asQuery({ query: ["(a OR b) NOT (c OR d)"], country: ["UA"] }), "((a OR b) NOT (c OR d)) country:UA");
});

test("a box goes from west, south, east, north to south, west, north, east", () => {
  assert.equal(asQuery({ bbox: ["34.5,46,37,47.5"] }), "BBOX(46, 34.5, 47.5, 37)");
  assert.equal(boxQuery([170, -20, -170, 5.123456]), "BBOX(-20, 170, 5.1235, -170)");
});

test("a circle is a kilometre at least", () => {
  assert.equal(circleQuery(0.2, 46.8512345, 35.37), "RADIUS(1km, 46.8512, 35.37)");
});

test("no filter, no query", () => {
  assert.equal(asQuery({ from: ["-7d"] }), "");
});
