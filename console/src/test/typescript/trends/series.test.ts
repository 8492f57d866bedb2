import assert from "node:assert/strict";
import { test } from "node:test";
import { bucketAddress, changeWords, stepMillis, summary, tick } from "../../../main/typescript/trends/series";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour)).toISOString();
const series = (...points: [count: number, usual: number | null][]) => ({
  series: "articles",
  label: "articles",
  total: 0,
  points: points.map(([count, usual], hour) => ({ at: at(hour), count, usual })),
});
const later = new Date(Date.UTC(2026, 10, 24));

test("a bucket leads to the search of its time, and of nothing after it", () => {
  assert.equal(
    bucketAddress("place:Nova Kakhovka", at(6), "15m"),
    "/search?from=2026-11-23T06%3A00%3A00.000Z&to=2026-11-23T06%3A15%3A00.000Z&place=Nova+Kakhovka",
  );
  assert.match(bucketAddress("articles", at(6), "1d"), /^\/search\?from=2026-11-23T06.*&to=2026-11-24T06/);
});

test("steps are read with their unit", () => {
  assert.deepEqual(["15m", "6h", "1d"].map(stepMillis), [900_000, 21_600_000, 86_400_000]);
});

test("counts are held against the usual only where it is known", () => {
  const { usual, change, peak } = summary(series([100, null], [30, 10], [10, 10]), "1h", later);
  assert.equal(usual, null, "the first hour's is not known");
  assert.equal(change, 1);
  assert.deepEqual(peak, { at: at(0), count: 100 });
});

test("the hour that is not over is not held against a whole one", () => {
  const { usual, change } = summary(series([10, 10], [1, 50]), "1h", new Date(at(1)));
  assert.equal(usual, 10);
  assert.equal(change, 0);
});

test("without a usual there is no change, and without articles no peak", () => {
  assert.deepEqual(summary(series([0, null]), "1h", later), { peak: null, usual: null, change: null });
  assert.equal(summary(series([3, 0]), "1h", later).change, null, "nothing times anything is nothing");
});

test("changes are told in whole percents", () => {
  assert.deepEqual([0.004, 0.4, -0.05, 12].map(changeWords), ["as usual", "+40 %", "−5 %", "+1,200 %"]);
});

test("the axis names the day where one begins, the time elsewhere", () => {
  const midnight = Date.UTC(2026, 10, 23) / 1000;
  assert.equal(tick(midnight, 3600, "utc"), "11-23");
  assert.equal(tick(midnight + 6 * 3600, 3600, "utc"), "06:00");
  assert.equal(tick(midnight + 6 * 3600, 86_400, "utc"), "11-23");
});
