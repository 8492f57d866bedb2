import type { Example, Watch, WatchBody } from "./types";

/** What a new watch begins with. */
export function emptyWatch(query = ""): WatchBody {
  return {
    id: "",
    title: "",
    query,
    severity: "WARNING",
    enabled: true,
    labels: [],
    validFrom: null,
    validUntil: null,
    quietHours: null,
    throttle: null,
    digest: null,
    channels: [],
    updates: null,
    examples: [],
    budget: null,
  };
}

/** What a user may say of a watch, without what the server sets. */
export function bodyOf(watch: Partial<Watch>): WatchBody {
  const empty = emptyWatch();
  const body = { ...empty } as Record<string, unknown>;
  for (const key of Object.keys(empty)) {
    const value = (watch as Record<string, unknown>)[key];
    if (value !== undefined && value !== null) body[key] = value;
  }
  return body as WatchBody;
}

/** What is sent: nothing that is empty, lest it be taken for a value. */
export function cleaned(body: WatchBody): WatchBody {
  return {
    ...body,
    id: body.id.trim(),
    title: body.title.trim(),
    labels: words(body.labels.join(",")),
    channels: words(body.channels.join(",")),
    quietHours: filled(body.quietHours),
    throttle: filled(body.throttle),
    digest: filled(body.digest),
    examples: body.examples.map(cleanExample).filter((example) => example.text || example.title),
  };
}

function cleanExample(example: Example): Example {
  return Object.fromEntries(
    Object.entries(example).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  );
}

/** Itself without what is empty; null if nothing is left. */
function filled<T extends object>(part: T | null): T | null {
  if (part === null) return null;
  const kept = Object.entries(part).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return kept.length === 0 ? null : (Object.fromEntries(kept) as T);
}

/** "a, b  c" as its words, each once. */
export function words(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ""))];
}

/** An id for a watch of that title: "Who holds Kupiansk?" as "who-holds-kupiansk". */
export function idOf(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

/** Whether two say the same. */
export function same(a: WatchBody, b: WatchBody): boolean {
  return JSON.stringify(canonical(cleaned(a))) === JSON.stringify(canonical(cleaned(b)));
}

export type Change = { field: string; before: string; after: string };

/** In which parts two differ, each as it would be written in a file. */
export function changes(before: WatchBody, after: WatchBody): Change[] {
  const old = cleaned(before) as unknown as Record<string, unknown>;
  const young = cleaned(after) as unknown as Record<string, unknown>;
  return Object.keys(emptyWatch())
    .map((field) => ({ field, before: shown(old[field]), after: shown(young[field]) }))
    .filter(({ before: a, after: b }) => a !== b);
}

/**
 * What one wants and another has changed meanwhile, put together: each part as who changed it wants it.  Of a part that both
 * changed it is mine.
 */
export function merged(base: WatchBody, mine: WatchBody, theirs: WatchBody): WatchBody {
  const result = { ...theirs } as Record<string, unknown>;
  for (const { field } of changes(base, mine)) result[field] = (mine as unknown as Record<string, unknown>)[field];
  return result as WatchBody;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  return JSON.stringify(canonical(value), null, 1);
}

/** The same in an order of its own, so that two can be held against each other as text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, canonical(one)]),
  );
}
