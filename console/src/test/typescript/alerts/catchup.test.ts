import assert from "node:assert/strict";
import { test } from "node:test";
import { further, isMark, lastRead, meanwhile } from "../../../main/typescript/alerts/catchup";

const NOW = new Date("2026-11-23T08:00:00Z");

test("what came meanwhile is said in a few words, the zone with the time", () => {
  assert.equal(meanwhile(37, 3, Date.parse("2026-11-23T02:14:55Z"), "utc", NOW), "37 since 02:14 UTC, 3 critical");
  assert.equal(meanwhile(1204, 0, Date.parse("2026-11-21T02:14:55Z"), "utc", NOW), "1,204 since 11-21 02:14 UTC");
});

test("the mark only goes on", () => {
  const mark = { at: 20, id: "b" };
  assert.equal(further(mark, { at: 10, id: "a" }), mark);
  assert.deepEqual(further(mark, { at: 30, id: "c" }), { at: 30, id: "c" });
  assert.deepEqual(further(null, { at: 1, id: "a" }), { at: 1, id: "a" });
});

test("reading goes on at the newest story without anything unread", () => {
  const stories = [{ at: 30 }, { at: 20 }, { at: 10 }];
  assert.equal(lastRead(stories, { at: 20, id: "x" }), 1);
  assert.equal(lastRead(stories, { at: 5, id: "x" }), -1);
  assert.equal(lastRead(stories, null), -1);
});

test("what an older page has stored is no reason to fail", () => {
  assert.ok(isMark({ at: 1, id: "a" }));
  assert.ok(isMark(null));
  for (const bad of ["x", 7, { at: "1", id: "a" }, { at: Number.NaN, id: "a" }, {}]) assert.ok(!isMark(bad));
});
