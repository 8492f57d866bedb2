import assert from "node:assert/strict";
import { test } from "node:test";
import type { Source } from "../../../main/typescript/sources/types";
import { condition, dayNames, formOf, idOf, NEW_SOURCE, perDay } from "../../../main/typescript/sources/words";

const source = {
  ...NEW_SOURCE,
  id: "a",
  status: "SILENT",
  overdue: false,
  state: null,
  version: 3,
} as unknown as Source;

test("the server's own reason goes before what the status means", () => {
  assert.equal(condition(source), "it brings far less than usual");
  const state = { reason: "0 items in 26 h, usually 40 a day" } as Source["state"];
  assert.equal(condition({ ...source, state }), "0 items in 26 h, usually 40 a day");
  assert.match(condition({ ...source, state, overdue: true }), /overdue/);
});

test("an id is made of the name, else of the host", () => {
  assert.equal(idOf("https://www.bbc.co.uk/news/rss.xml", ""), "bbc.co.uk");
  assert.equal(idOf("https://x.example/", "Harbour News"), "harbour-news");
  assert.equal(idOf("no address", "Київ"), "");
});

test("what the server sets is not sent back", () => {
  assert.ok(!("version" in formOf(source)) && !("status" in formOf(source)));
});

test("the last bar is today", () => {
  assert.deepEqual(dayNames(3, new Date("2026-11-24T00:10:00Z")), ["11-22", "11-23", "11-24"]);
});

test("items a day, unknown ones too", () => {
  assert.deepEqual([null, 0, 0.25, 3, 41.6].map(perDay), ["–", "0", "0.3", "3", "42"]);
});
