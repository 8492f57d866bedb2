// Filters as a query in the watch language: what was found once can be watched from then on.

/** Filters of articles, as the API has them; a name may have several values. */
export type Filters = Readonly<Partial<Record<string, readonly string[]>>>;

const FIELDS: readonly (readonly [filter: string, field: string])[] = [
  ["place", "place"],
  ["actor", "actor"],
  ["country", "country"],
  ["claim", "claim"],
  ["language", "lang"],
  ["source", "source"],
  ["domain", "domain"],
];

/** Ids of the gazetteer: "geo:706448", "country:HU", "RU.mil", "ua-72-brigade". */
const ID = /^(?:[a-z][a-z0-9]*:\S+|[A-Z]{2}\.[a-z][\w.-]*|[a-z0-9]+(?:-[a-z0-9]+)+)$/;

/** What a query calls a value of a filter, where that was told; see `insertOf`. */
type Insert = (filter: string, value: string) => string | undefined;

/** The question that filters ask, in the watch language; what it has no words for is left out.  Empty if nothing is left. */
export function asQuery(filters: Filters, insert: Insert = () => undefined): string {
  const parts: string[] = [];
  const query = filters.query?.[0]?.trim() ?? "";
  const words = filters.q?.[0]?.trim() ?? "";
  if (query !== "") parts.push(query);
  if (words !== "") parts.push(wordsAsQuery(words));
  for (const [filter, field] of FIELDS) {
    const values = filters[filter] ?? [];
    if (values.length > 0)
      parts.push(`${field}:${either(values.map((value) => insert(filter, value) ?? named(field, value)))}`);
  }
  const box = filters.bbox?.[0]?.split(",").map(Number);
  if (box?.length === 4) parts.push(boxQuery(box as unknown as Box));
  return parts.length < 2 ? (parts[0] ?? "") : parts.map(grouped).join(" ");
}

/** West, south, east, north in degrees; west greater than east goes across the date line. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Any place in a box. */
export function boxQuery([west, south, east, north]: Box): string {
  return `BBOX(${[south, west, north, east].map(degrees).join(", ")})`;
}

/** Any place at most so many kilometres from a point. */
export function circleQuery(kilometres: number, latitude: number, longitude: number): string {
  return `RADIUS(${Math.max(1, Math.round(kilometres))}km, ${degrees(latitude)}, ${degrees(longitude)})`;
}

/** To 11 m or so: what is drawn by hand is no better. */
function degrees(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/** A name or id behind a field, quoted where it has to be. */
export function named(field: string, value: string): string {
  if ((field === "place" || field === "actor") && ID.test(value)) return `#${value}`;
  return /^[\p{L}\p{N}_]+$/u.test(value) ? value : `"${value.replaceAll('"', "")}"`;
}

function either(values: readonly string[]): string {
  return values.length === 1 ? (values[0] as string) : `(${values.join(" OR ")})`;
}

/** Searches say "a | b" and "-a" where watches say OR and NOT. */
function wordsAsQuery(words: string): string {
  return words
    .split(/("[^"]*")/)
    .map((part) =>
      part.startsWith('"') ? part : part.replaceAll(/\s*\|\s*/g, " OR ").replaceAll(/(^|[\s(])-(?=$|\S)/g, "$1NOT "),
    )
    .join("")
    .trim();
}

/** In parentheses where an OR in it would take hold of what stands beside it. */
function grouped(part: string): string {
  return /\sOR\s/.test(part) && !/^(?:[a-z]+:)?\([^()]*\)$/.test(part) ? `(${part})` : part;
}
