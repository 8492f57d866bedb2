import assert from "node:assert/strict";
import { test } from "node:test";
import { byFrequency, labelled, type Mark, mainFamily, radius } from "../../../main/typescript/map/placing";

const mark = (name: string, x: number, size: number): Mark => ({
  place: { id: name, name, country: null, latitude: 0, longitude: 0, articles: 1, claims: {} },
  family: "words",
  x,
  y: 0,
  radius: size,
});

test("the colour is that of the family with most claims, types of a family together", () => {
  assert.equal(mainFamily({ CASUALTIES: 3, ARMED_CLASH: 2, BOMBING: 2 }), "force");
});

test("statements colour a place only where nothing else is claimed", () => {
  assert.equal(mainFamily({ STATEMENT: 90, NEGOTIATION: 1 }), "talks");
  assert.equal(mainFamily({ STATEMENT: 90 }), "words");
  assert.equal(mainFamily({}), "words");
});

test("the area, not the radius, grows with the articles", () => {
  assert.equal(radius(100, 100, 40), 40);
  assert.equal(radius(25, 100, 40), 20);
  assert.equal(radius(0, 0, 40), 2);
});

test("of two names that would cover each other the larger place's is written", () => {
  assert.deepEqual([...labelled([mark("Small", 20, 5), mark("Large", 0, 10)], 500)], ["Large"]);
  assert.deepEqual([...labelled([mark("Small", 300, 5), mark("Large", 0, 10)], 500)].sort(), ["Large", "Small"]);
  assert.deepEqual([...labelled([mark("Small", 300, 5), mark("Large", 0, 10)], 320)], ["Large"]);
});

test("types come by how often they are claimed", () => {
  assert.deepEqual(byFrequency({ A: 1, C: 2, B: 2 }), [
    ["B", 2],
    ["C", 2],
    ["A", 1],
  ]);
});
