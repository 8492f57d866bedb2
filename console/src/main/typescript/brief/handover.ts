// What this browser remembers of briefs.
import { stored } from "../app/stored";
import type { Paper } from "./paper";

export { picked } from "../app/picks";

const isMoment = (value: unknown): value is string =>
  typeof value === "string" && (value === "" || !Number.isNaN(Date.parse(value)));

/** Until when the last brief went that was handed over; empty if none was. */
export const handedOver = stored<string>("brief.last", "", isMoment);

/** A paper that was edited, so that a closed tab loses nothing. */
export type Draft = { of: string; at: string; paper: Paper };

const isDraft = (value: unknown): value is Draft | null =>
  value === null ||
  (typeof value === "object" &&
    typeof (value as Draft).of === "string" &&
    isMoment((value as Draft).at) &&
    Array.isArray((value as Draft).paper?.parts));

export const draft = stored<Draft | null>("brief.draft", null, isDraft);

const KEPT_MILLIS = 12 * 3_600_000;

/** The paper that was edited of what is asked for, unless that was another shift. */
export function draftOf(of: string, now: Date): Draft | null {
  const known = draft.value;
  return known !== null && known.of === of && now.getTime() - Date.parse(known.at) < KEPT_MILLIS ? known : null;
}
