// How places are drawn: how large, in which colour, and which of them by name.
import { type Family, familyOf } from "../ui/claims";
import type { MapPlace } from "./types";

const SMALLEST = 2;
/** A sign can be seen in circles from this radius on. */
export const SIGN_FROM = 6;
const LABEL_HEIGHT = 16;
const LETTER_WIDTH = 7.4;
const MOST_LABELS = 60;

/** The family of claims that is most frequent at a place; statements only where there is nothing else. */
export function mainFamily(claims: Readonly<Record<string, number>>): Family {
  const sums = new Map<Family, number>();
  for (const [type, count] of Object.entries(claims)) {
    const family = familyOf(type);
    sums.set(family, (sums.get(family) ?? 0) + count);
  }
  let main: Family = "words";
  for (const [family, sum] of sums) {
    if (family !== "words" && (main === "words" || sum > (sums.get(main) ?? 0))) main = family;
  }
  return main;
}

/** Types by how often they are claimed. */
export function byFrequency(claims: Readonly<Record<string, number>>): [type: string, count: number][] {
  return Object.entries(claims).sort(([a, some], [b, others]) => others - some || a.localeCompare(b));
}

/** The radius whose circle is as large, beside the largest, as the number is beside the largest. */
export function radius(articles: number, most: number, largest: number): number {
  return Math.max(SMALLEST, largest * Math.sqrt(articles / Math.max(1, most)));
}

/** Whether it is a whole country: drawn hollow, for its circle stands in the middle of it, and nothing happened there. */
export function isCountry({ id }: MapPlace): boolean {
  return id.startsWith("country:");
}

export type Mark = { place: MapPlace; family: Family; x: number; y: number; radius: number };

/**
 * The places whose names can be read beside their circles, the largest first: none covers another or a larger circle, or is cut
 * off at the right edge.
 */
export function labelled(marks: readonly Mark[], width: number): ReadonlySet<string> {
  const taken: [left: number, top: number, right: number, bottom: number][] = [];
  const names = new Set<string>();
  for (const { place, x, y, radius: size } of [...marks].sort((a, b) => b.radius - a.radius)) {
    if (names.size >= MOST_LABELS) break;
    const box = [
      x + size + 2,
      y - LABEL_HEIGHT / 2,
      x + size + 4 + place.name.length * LETTER_WIDTH,
      y + LABEL_HEIGHT / 2,
    ] as const;
    const free = box[2] <= width && taken.every(([l, t, r, b]) => box[2] < l || box[0] > r || box[3] < t || box[1] > b);
    if (free) {
      names.add(place.id);
      taken.push([...box]);
    }
    if (size > SIGN_FROM) taken.push([x - size * 0.8, y - size * 0.8, x + size * 0.8, y + size * 0.8]);
  }
  return names;
}
