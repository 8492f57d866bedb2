import type { Zone } from "./zone";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (number: number) => String(number).padStart(2, "0");

/** The zone as it is printed behind a time: "UTC", or the offset that holds here at that time, as in "+02:00". */
export function zoneOf(at: Date, zone: Zone): string {
  if (zone === "utc") return "UTC";
  const minutes = -at.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** "14:05:33" */
export function clock(at: Date, zone: Zone, seconds = true): string {
  const [hours, minutes, rest] =
    zone === "utc"
      ? [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()]
      : [at.getHours(), at.getMinutes(), at.getSeconds()];
  return seconds ? `${two(hours)}:${two(minutes)}:${two(rest)}` : `${two(hours)}:${two(minutes)}`;
}

/** "2026-11-23" */
export function day(at: Date, zone: Zone): string {
  return zone === "utc"
    ? at.toISOString().slice(0, 10)
    : `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** "2026-11-23 14:05:33 UTC" */
export function whole(at: Date, zone: Zone): string {
  return `${day(at, zone)} ${clock(at, zone)} ${zoneOf(at, zone)}`;
}

/** The time alone if it is of today, else with its day; always with the zone: "14:05:33 UTC", "11-21 14:05 UTC". */
export function brief(at: Date, zone: Zone, now: Date): string {
  return day(at, zone) === day(now, zone) ? `${clock(at, zone)} ${zoneOf(at, zone)}` : minute(at, zone, now);
}

/** Day and time, for what begins with a minute: "11-21 14:05 UTC"; the year only where it is not this one. */
export function minute(at: Date, zone: Zone, now: Date): string {
  const date = day(at, zone);
  const shown = date.slice(0, 4) === day(now, zone).slice(0, 4) ? date.slice(5) : date;
  return `${shown} ${clock(at, zone, false)} ${zoneOf(at, zone)}`;
}

/** How long ago: "now", "40 s", "12 min", "3 h", "5 d"; with "in" in front of what is to come. */
export function ago(at: Date, now: Date): string {
  const passed = now.getTime() - at.getTime();
  const size = Math.abs(passed);
  const words = span(size);
  if (size < 5 * SECOND) return "now";
  return passed < 0 ? `in ${words}` : words;
}

/** So many milliseconds in one unit: "250 ms", "40 s", "12 min", "3 h", "5 d". */
export function span(millis: number): string {
  if (millis < SECOND) return `${Math.round(millis)} ms`;
  if (millis < MINUTE) return `${Math.floor(millis / SECOND)} s`;
  if (millis < HOUR) return `${Math.floor(millis / MINUTE)} min`;
  if (millis < 2 * DAY) return `${Math.floor(millis / HOUR)} h`;
  return `${Math.floor(millis / DAY)} d`;
}
