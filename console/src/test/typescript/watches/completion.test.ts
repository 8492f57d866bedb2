import assert from "node:assert/strict";
import { test } from "node:test";
import { closing, placeAt } from "../../../main/typescript/watches/completion";

/** The place of "|" in a query. */
function at(marked: string) {
  const offset = marked.indexOf("|");
  return placeAt(marked.replace("|", ""), offset);
}

test("behind a field its values are offered, from where the name begins", () => {
  assert.deepEqual(at("tank actor:Put|"), { of: "actor", from: 11, prefix: "Put", inClaim: false });
  assert.deepEqual(at("=place:|"), { of: "place", from: 7, prefix: "", inClaim: false });
  assert.equal(at("claim:WITH|")?.of, "claim");
  assert.equal(at("claim.by:Gen|")?.of, "actor");
});

test("a name in quotation marks is completed with its spaces, the mark replaced", () => {
  assert.deepEqual(at('actor:"1st Gu|'), { of: "actor", from: 6, prefix: "1st Gu", inClaim: false });
});

test("in a list of names each is completed", () => {
  assert.deepEqual(at("place:(Kherson OR Mel|)"), { of: "place", from: 18, prefix: "Mel", inClaim: false });
});

test("inside claim( ) one is told so", () => {
  const place = at("claim(type:BOMBING agent:R|)");
  assert.equal(place?.inClaim, true);
  assert.equal(at("claim(type:BOMBING) pla|")?.inClaim, false);
});

test("fields whose values are few have them at once", () => {
  assert.ok(at("modality:|")?.words?.includes("DENIED"));
  assert.ok(at("agent.type:M|")?.words?.includes("MILITARY_UNIT"));
});

test("inside a phrase or an expression nothing is offered", () => {
  assert.equal(at('"place:Kher|'), null);
  assert.equal(at('"supply rou|'), null);
  assert.equal(at("/drones?|shahed/"), null);
});

test("words begin fields and operators, but not right behind a value", () => {
  assert.deepEqual(at("tank pla|"), { of: "term", from: 5, prefix: "pla", inClaim: false });
  assert.equal(at("(pla|")?.of, "term");
  assert.equal(at('place:"a"b|'), null);
});

test("fields whose values nobody can list offer nothing", () => {
  assert.equal(at("domain:exa|"), null);
});

test("what an insertion opens is closed behind it", () => {
  assert.equal(closing("claim(type:"), ")");
  assert.equal(closing("place:"), "");
  assert.equal(closing('a("b'), '")');
});
