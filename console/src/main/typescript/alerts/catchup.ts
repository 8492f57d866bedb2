import { brief } from "../time/format";
import type { Zone } from "../time/zone";

/** The newest alert that was read on this machine. */
export type ReadMark = { at: number; id: string };

export const isMark = (value: unknown): value is ReadMark | null =>
  value === null ||
  (typeof value === "object" &&
    typeof (value as ReadMark).at === "number" &&
    Number.isFinite((value as ReadMark).at) &&
    typeof (value as ReadMark).id === "string");

/** The later of two marks; reading an older alert takes nothing back. */
export function further(before: ReadMark | null, seen: ReadMark): ReadMark {
  return before === null || seen.at > before.at ? seen : before;
}

/** "37 since 02:14 UTC, 3 critical" */
export function meanwhile(alerts: number, critical: number, since: number, zone: Zone, now: Date): string {
  const when = brief(new Date(since), zone, now).replace(/^(\d\d:\d\d):\d\d /, "$1 ");
  const grave = critical > 0 ? `, ${critical.toLocaleString("en-US")} critical` : "";
  return `${alerts.toLocaleString("en-US")} since ${when}${grave}`;
}

/** The row where reading goes on: the newest story that has nothing newer than the mark; -1 if there is none. */
export function lastRead(stories: readonly { at: number }[], mark: ReadMark | null): number {
  return mark === null ? -1 : stories.findIndex((story) => story.at <= mark.at);
}
