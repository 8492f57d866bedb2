import assert from "node:assert/strict";
import { test } from "node:test";
import { beyond, headlineOf, saidIn, snippetOf } from "../../../main/typescript/alerts/matched";
import { alert, clause } from "./sample";

const marked = ({ text, spans }: { text: string; spans: { start: number; end: number }[] }) =>
  spans.map(({ start, end }) => text.slice(start, end));

test("what matched in the title is marked in the headline, whatever stands in front of it", () => {
  const clauses = [clause({ field: "TITLE", start: 0, end: 6 })];
  assert.deepEqual(marked(headlineOf({ headline: "Bridge hit", title: "Bridge hit", clauses })), ["Bridge"]);
  assert.deepEqual(marked(headlineOf({ headline: "denied: Bridge hit", title: "Bridge hit", clauses })), ["Bridge"]);
});

test("a headline that is not the title has nothing marked", () => {
  const clauses = [clause({ field: "TITLE", start: 0, end: 6 })];
  assert.deepEqual(headlineOf({ headline: "12 articles within an hour", title: "Bridge hit", clauses }).spans, []);
});

test("every clause that lies in the snippet is marked in it", () => {
  const quoted = snippetOf([
    clause({ start: 104, end: 110, snippet: "the bridge was struck", snippetStart: 100 }),
    clause({ start: 115, end: 121 }),
    clause({ field: "TITLE", start: 0, end: 3 }),
  ]);
  assert.deepEqual(quoted && marked(quoted), ["bridge", "struck"]);
  assert.equal(snippetOf([clause({ field: "TITLE", snippet: "x" })]), null);
});

test("a claim is told once, with who makes it and how", () => {
  const claim = { claimType: "AIR_DRONE_STRIKE", modality: "DENIED", said: "the ministry", sourceName: null };
  const clauses = [clause(claim), clause({ ...claim, field: "TITLE" }), clause({ ...claim, said: null }), clause({})];
  assert.deepEqual(saidIn(alert("1", "s", 1, { clauses }).clauses), [
    { type: "air drone strike", how: "denied", who: "the ministry" },
  ]);
});

test("a text that begins with its headline goes on where that ends", () => {
  const snippet = {
    text: "Bridge hit by night, two hurt",
    spans: [
      { start: 0, end: 6, what: "a" },
      { start: 25, end: 29, what: "b" },
    ],
  };
  const rest = beyond(snippet, "Bridge hit");
  assert.equal(rest?.text, "…by night, two hurt");
  assert.deepEqual(rest && marked(rest), ["hurt"]);
  assert.equal(beyond(snippet, "Bridge hit by nig")?.text, "…night, two hurt");
  assert.equal(beyond({ text: "Bridge hit, two hurt", spans: [] }, "Bridge hit")?.text, "…two hurt");
  assert.equal(beyond(snippet, "Another headline"), snippet);
  assert.equal(beyond({ text: "Bridge hit.", spans: [] }, "Bridge hit"), null);
});
