import assert from "node:assert/strict";
import { test } from "node:test";
import { holds, Queue, Rate } from "../../../main/typescript/alerts/inflow";
import { alert } from "./sample";

test("the rate is that of the last seconds and falls by itself", () => {
  const rate = new Rate(3_000);
  for (let at = 0; at < 3_000; at += 100) rate.add(10, at);
  assert.equal(rate.perSecond(2_950), 100);
  assert.equal(rate.perSecond(7_000), 0);
});

test("new stories are shown at once as long as few come and nobody reads further down", () => {
  const calm = { focused: false, scrolled: false, perSecond: 5 };
  assert.ok(!holds(calm));
  assert.ok(holds({ ...calm, perSecond: 5.1 }));
  assert.ok(holds({ ...calm, focused: true }));
  assert.ok(holds({ ...calm, scrolled: true }));
});

test("what waits is counted in alerts, stories and critical ones", () => {
  const queue = new Queue();
  queue.add("s", alert("1", "s", 1));
  queue.add("s", alert("2", "s", 2, { severity: "CRITICAL" }));
  queue.add("t", alert("3", "t", 3));
  assert.deepEqual(queue.waiting, { alerts: 3, stories: 2, critical: 1 });
  queue.clear();
  assert.deepEqual(queue.waiting, { alerts: 0, stories: 0, critical: 0 });
});
