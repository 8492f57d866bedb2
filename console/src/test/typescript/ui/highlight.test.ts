import assert from "node:assert/strict";
import { test } from "node:test";
import { marksIn, termsOf } from "../../../main/typescript/ui/highlight";

const marked = (text: string, question: string) => marksIn(text, termsOf(question)).map(([a, b]) => text.slice(a, b));

test("words are marked in about any form, whole words only", () => {
  assert.deepEqual(marked("Drones struck; a drone-maker said so. Hydrone.", "drone"), ["Drones", "drone"]);
  assert.deepEqual(marked("attacks, attacked, attacking, attic", "attack"), ["attacks", "attacked", "attacking"]);
});

test("what must not be there, operators and fields without words of the text are not marked", () => {
  assert.deepEqual(termsOf('claim:WITHDRAWAL place:Kherson NOT exercise OR "supply routes" lang:uk age<2d'), [
    "Kherson",
    "supply routes",
  ]);
  assert.deepEqual(termsOf("convoy -football | bridge"), ["convoy", "bridge"]);
});

test("functions and their numbers are no words", () => {
  assert.deepEqual(termsOf("RADIUS(50km, 46.85, 35.37) tank NEAR/5 (truck OR title:(route))"), [
    "tank",
    "truck",
    "route",
  ]);
});

test("phrases go across signs and lines, wildcards over letters", () => {
  assert.deepEqual(marked("Supply-routes and supply\nroute", '"supply routes"'), ["Supply-routes", "supply\nroute"]);
  assert.deepEqual(marked("Volgograd and Belgorod", "*grad"), ["Volgograd"]);
});

test("what a query has of regular expressions stays text", () => {
  assert.deepEqual(marked("C++ (ab.cd) [x] abxcd", "ab.cd [+"), ["ab.cd"]);
});

test("other scripts are words as well", () => {
  assert.deepEqual(marked("Харків під обстрілом", "Харків"), ["Харків"]);
});
