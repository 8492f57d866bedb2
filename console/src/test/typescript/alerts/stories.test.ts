import assert from "node:assert/strict";
import { test } from "node:test";
import { Stories } from "../../../main/typescript/alerts/stories";
import type { FeedbackEvent } from "../../../main/typescript/api/types";
import { alert } from "./sample";

const said = (more: Partial<FeedbackEvent>): FeedbackEvent => ({
  alertId: null,
  watchId: "w",
  storyId: null,
  what: "ACKNOWLEDGE",
  who: "ada",
  at: null,
  reason: null,
  note: null,
  until: null,
  ...more,
});

test("an alert of a story that is there folds into it and brings it to the top", () => {
  const stories = new Stories(100);
  stories.add([alert("1", "s", 1), alert("2", "t", 2)]);
  stories.add([alert("3", "s", 3, { kind: "UPDATE", outlets: 4, independentTexts: 2 })]);
  const [first, second] = stories.newestFirst();
  assert.deepEqual(
    first?.alerts.map(({ id }) => id),
    ["3", "1"],
  );
  assert.equal(second?.key, "t");
  assert.deepEqual([first?.outlets, first?.independentTexts, first?.updates], [4, 2, 1]);
});

test("an alert without a story is a row of its own", () => {
  const stories = new Stories(100);
  stories.add([alert("1", null, 1), alert("2", null, 2)]);
  assert.equal(stories.size, 2);
});

test("the same alert twice is one, and the later of the two stays", () => {
  const stories = new Stories(100);
  stories.add([alert("1", "s", 1), alert("1", "s", 1)]);
  stories.add([alert("1", "s", 1, { status: "REJECTED" })]);
  assert.equal(stories.alerts, 1);
  assert.equal(stories.of("1")?.alerts[0]?.status, "REJECTED");
});

test("an alert whose story has become another moves there", () => {
  const stories = new Stories(100);
  stories.add([alert("1", "s", 1)]);
  stories.add([alert("1", "t", 1)]);
  assert.equal(stories.get("s"), undefined);
  assert.equal(stories.get("t")?.alerts.length, 1);
});

test("a row is as grave as the gravest alert that is open", () => {
  const stories = new Stories(100);
  stories.add([alert("1", "s", 1, { severity: "CRITICAL", watchId: "c" }), alert("2", "s", 2)]);
  assert.equal(stories.get("s")?.severity, "CRITICAL");
  stories.said(said({ alertId: "1", watchId: "c" }));
  assert.equal(stories.get("s")?.severity, "INFO");
});

test("what is said of one alert holds for what its watch says of the story, and for no other watch", () => {
  const stories = new Stories(100);
  stories.add([alert("1", "s", 1), alert("2", "s", 2, { kind: "UPDATE" }), alert("3", "s", 3, { watchId: "v" })]);
  assert.ok(stories.said(said({ alertId: "1" })));
  const status = Object.fromEntries(
    (stories.get("s")?.alerts ?? []).map(({ id, status, feedback }) => [id, [status, feedback?.who]]),
  );
  assert.deepEqual(status, { 1: ["ACKNOWLEDGED", "ada"], 2: ["ACKNOWLEDGED", "ada"], 3: ["OPEN", undefined] });
  stories.said(said({ alertId: "2", what: "REOPEN" }));
  assert.equal(stories.get("s")?.open, 3);
});

test("what is said of an alert that is not in the page finds its story", () => {
  const stories = new Stories(100);
  stories.add([alert("2", "s", 2, { kind: "UPDATE" })]);
  assert.ok(stories.said(said({ alertId: "1", storyId: "s" })));
  assert.equal(stories.get("s")?.open, 0);
  assert.ok(!stories.said(said({ alertId: "9", storyId: "gone" })));
  assert.ok(!stories.said(said({ what: "SILENCE" })));
});

test("what was said since the server looked is not taken back by what it read", () => {
  const stories = new Stories(100);
  const at = (second: number) => `2026-01-01T00:00:0${second}.5Z`;
  const read = (what: "ACKNOWLEDGE" | "REOPEN", second: number) => ({
    status: what === "REOPEN" ? ("OPEN" as const) : ("ACKNOWLEDGED" as const),
    feedback: { what, who: "ada", at: at(second), reason: null, note: null },
  });
  const status = () => stories.get("s")?.alerts[0]?.status;
  stories.add([alert("1", "s", 1)]);
  stories.said(said({ alertId: "1", at: at(2) }));
  stories.add([alert("1", "s", 1)]);
  assert.equal(status(), "ACKNOWLEDGED");

  stories.said(said({ alertId: "1", what: "REOPEN", at: at(4) }));
  stories.add([alert("1", "s", 1, { ...read("ACKNOWLEDGE", 2), outlets: 7 })]);
  assert.equal(status(), "OPEN");
  assert.equal(stories.get("s")?.outlets, 7);

  stories.add([alert("1", "s", 1, read("ACKNOWLEDGE", 6))]);
  assert.equal(status(), "ACKNOWLEDGED");
  stories.add([alert("1", "s", 1, { status: "WITHDRAWN" })]);
  assert.equal(status(), "WITHDRAWN");
});

test("no more than so many alerts are kept, and the oldest stories go", () => {
  const stories = new Stories(1000);
  for (let second = 0; second < 5000; second++) stories.add([alert(`${second}`, `s${Math.floor(second / 2)}`, second)]);
  assert.ok(stories.alerts <= 1000);
  assert.equal(stories.newestFirst()[0]?.key, "s2499");
  assert.ok(!stories.has("0"));
});

test("ten thousand alerts and a hundred more a second take little of a second", () => {
  const stories = new Stories(10_000);
  stories.add(Array.from({ length: 9_500 }, (_, n) => alert(`${n}`, `s${n}`, n)));
  const began = performance.now();
  for (let frame = 0; frame < 5; frame++) {
    stories.add(Array.from({ length: 20 }, (_, n) => alert(`n${frame}-${n}`, `n${frame}-${n}`, 20_000 + frame)));
    stories.newestFirst();
  }
  const millis = performance.now() - began;
  assert.ok(millis < 500, `${millis} ms`);
});
