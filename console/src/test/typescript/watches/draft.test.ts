import assert from "node:assert/strict";
import { test } from "node:test";
import { underlined } from "../../../main/typescript/watches/diagnostics";
import {
  bodyOf,
  changes,
  cleaned,
  emptyWatch,
  idOf,
  merged,
  same,
  words,
} from "../../../main/typescript/watches/draft";
import { inFile, watchesIn } from "../../../main/typescript/watches/files";
import { parts } from "../../../main/typescript/watches/Marked";

const watch = { ...emptyWatch("tank"), id: "w", title: "W" };

test("an id is made of a title, whatever its script and signs", () => {
  assert.equal(idOf("Who holds Kupiansk?"), "who-holds-kupiansk");
  assert.equal(idOf("Élysée  "), "elysee");
  assert.equal(idOf("Київ"), "");
});

test("words are split at commas and spaces, each once", () => {
  assert.deepEqual(words("a, b  c,a"), ["a", "b", "c"]);
});

test("what is empty is not sent", () => {
  const sent = cleaned({
    ...watch,
    throttle: { most: null, per: null },
    digest: { every: "6h", at: null },
    examples: [{ text: "" }],
  });
  assert.equal(sent.throttle, null);
  assert.deepEqual(sent.digest, { every: "6h" });
  assert.deepEqual(sent.examples, []);
});

test("what the server sets is no change", () => {
  assert.ok(same(bodyOf({ ...watch, version: 7, updatedBy: "ada" }), watch));
  assert.deepEqual(changes(watch, { ...watch, query: "tank bridge" }), [
    { field: "query", before: "tank", after: "tank bridge" },
  ]);
});

test("of two who change different parts, both have theirs; of the same part it is mine", () => {
  const mine = { ...watch, query: "tank bridge", title: "Mine" };
  const theirs = { ...watch, severity: "CRITICAL" as const, title: "Theirs" };
  assert.deepEqual(merged(watch, mine, theirs), {
    ...watch,
    query: "tank bridge",
    severity: "CRITICAL",
    title: "Mine",
  });
});

test("a file has what was said and nothing else, and is read back the same", async () => {
  const whole = { ...watch, labels: ["south"], quietHours: { from: "22:00", to: "06:00", zone: null, days: [] } };
  assert.deepEqual(inFile(whole), {
    id: "w",
    title: "W",
    query: "tank",
    severity: "WARNING",
    labels: ["south"],
    quietHours: { from: "22:00", to: "06:00" },
  });
  assert.deepEqual(await watchesIn('- id: a\n  query: "x y"\n'), [{ id: "a", query: "x y" }]);
  await assert.rejects(watchesIn("id: a"), /no list of watches/);
  await assert.rejects(watchesIn("- title: a"), /Watch 1 of the file needs id and query/);
});

test("marks are cut out of a text, those that overlap are one, those beyond it are left out", () => {
  assert.deepEqual(
    parts("abcdef", [
      { start: 1, end: 3 },
      { start: 2, end: 4 },
      { start: 9, end: 12 },
    ]),
    [
      { text: "a", marked: false },
      { text: "bcd", marked: true },
      { text: "ef", marked: false },
    ],
  );
  assert.deepEqual(parts("abc", []), [{ text: "abc", marked: false }]);
});

test("an error at the end of a query underlines its last letter; one about something else underlines nothing", () => {
  const remark = { severity: "ERROR" as const, message: "m", line: 1, column: 7 };
  assert.deepEqual(underlined([{ ...remark, from: 6, to: 6 }], 6), [
    { from: 5, to: 6, severity: "error", message: "m" },
  ]);
  assert.deepEqual(underlined([{ ...remark, from: null, to: null }], 6), []);
});
