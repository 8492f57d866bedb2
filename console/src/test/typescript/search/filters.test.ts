import assert from "node:assert/strict";
import { test } from "node:test";
import { asksFor, faultIn, filtersOf, questionOf } from "../../../main/typescript/search/filters";

const address = (search: string) => ({ all: (name: string) => new URLSearchParams(search).getAll(name) });

test("the address is read as the API's filters, others are left alone", () => {
  assert.deepEqual(filtersOf(address("q=a&q=b&place=Kyiv&place=Lviv&from=-7d&sort=oldest&x=1")), {
    q: ["a"],
    place: ["Kyiv", "Lviv"],
    from: ["-7d"],
  });
});

test("a time alone asks for nothing that could be watched", () => {
  assert.equal(asksFor({ from: ["-7d"] }), false);
  assert.equal(asksFor({ from: ["-7d"], q: ["a"] }), true);
});

test("a query goes before words", () => {
  assert.deepEqual(questionOf({ query: ["a OR b"], q: ["c"] }), { text: "a OR b", language: "watch" });
  assert.deepEqual(questionOf({}), { text: "", language: "words" });
});

test("a fault is shown in its line and at its column, which never lies behind the line's end", () => {
  const problem = { parameter: "query", line: 2, column: 40, detail: "query: column 40: this is never closed" };
  assert.deepEqual(faultIn("one\n(two", problem), { line: "(two", column: 5, message: "this is never closed" });
  assert.equal(faultIn("a", { parameter: "place", detail: "unknown", column: 1 }), null);
});
