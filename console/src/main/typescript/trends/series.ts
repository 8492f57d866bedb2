// What can be counted over time, and what the counts say.
import { day } from "../time/format";
import type { Zone } from "../time/zone";
import type { TrendSeries } from "./types";

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "15m", "1h", "6h", "1d" in milliseconds. */
export function stepMillis(step: string): number {
  const [, count = "1", unit = "h"] = /^(\d+)([mhd])$/.exec(step) ?? [];
  return Number(count) * (UNITS[unit] ?? 3_600_000);
}

/** What kind a series is of, and its name or id: "place" and "Kherson". */
export function partsOf(series: string): [kind: string, name: string] {
  const colon = series.indexOf(":");
  return colon < 0 ? [series, ""] : [series.slice(0, colon), series.slice(colon + 1)];
}

/** Where the articles are that a bucket counts. */
export function bucketAddress(series: string, at: string, step: string): string {
  const [kind, name] = partsOf(series);
  const from = new Date(at);
  const to = new Date(from.getTime() + stepMillis(step));
  const asked = new URLSearchParams({ from: from.toISOString(), to: to.toISOString() });
  if (name !== "") asked.set(kind, name);
  return `/search?${asked}`;
}

export type Summary = {
  peak: { at: string; count: number } | null;
  /** How many there usually are in the buckets that are over; null if that is not known of all. */
  usual: number | null;
  /** By which part of the usual there are more, or less where negative, in buckets where that is known; null if in none. */
  change: number | null;
};

/** A series in a line.  The bucket that is not over yet is not held against the usual. */
export function summary(series: TrendSeries, step: string, now: Date): Summary {
  let peak: Summary["peak"] = null;
  let usual = 0;
  let counted = 0;
  let known = 0;
  let past = 0;
  for (const point of series.points) {
    if (point.count > (peak?.count ?? 0)) peak = { at: point.at, count: point.count };
    const over = new Date(point.at).getTime() + stepMillis(step) <= now.getTime();
    if (over) past++;
    if (point.usual !== null && over) {
      known++;
      usual += point.usual;
      counted += point.count;
    }
  }
  return {
    peak,
    usual: known > 0 && known === past ? usual : null,
    change: known > 0 && usual > 0 ? counted / usual - 1 : null,
  };
}

/** "+40 %", "−5 %", "as usual". */
export function changeWords(change: number): string {
  const percent = Math.round(change * 100);
  return percent === 0 ? "as usual" : `${percent > 0 ? "+" : "−"}${Math.abs(percent).toLocaleString("en")} %`;
}

/** What stands at a mark of the time axis: the time, or the day where one begins. */
export function tick(seconds: number, increment: number, zone: Zone): string {
  const at = new Date(seconds * 1000);
  const [hours, minutes] = zone === "utc" ? [at.getUTCHours(), at.getUTCMinutes()] : [at.getHours(), at.getMinutes()];
  if (increment >= 86_400 || (hours === 0 && minutes === 0)) return day(at, zone).slice(5);
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
