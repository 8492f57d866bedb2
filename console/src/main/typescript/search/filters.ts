import type { Address } from "../app/address";
import type { Filters } from "../ui/query";

/** Filters that have one value. */
export const SINGLE = ["q", "query", "from", "to", "bbox", "country", "language", "domain", "modality", "removed"];
/** Filters of which any value will do. */
export const SEVERAL = ["place", "actor", "claim", "source", "story", "label", "watch", "severity", "subtype"];

/** What the address asks for, as the API has it. */
export function filtersOf(address: Pick<Address, "all">): Record<string, string[]> {
  const filters: Record<string, string[]> = {};
  for (const name of [...SINGLE, ...SEVERAL]) {
    const values = address.all(name);
    if (values.length > 0) filters[name] = SINGLE.includes(name) ? values.slice(0, 1) : values;
  }
  return filters;
}

/** Whether anything but a time is asked for. */
export function asksFor(filters: Filters): boolean {
  return Object.keys(filters).some((name) => name !== "from" && name !== "to");
}

/** The text that is asked for, and in which language. */
export function questionOf(filters: Filters): { text: string; language: "words" | "watch" } {
  const query = filters.query?.[0];
  return query === undefined ? { text: filters.q?.[0] ?? "", language: "words" } : { text: query, language: "watch" };
}

/** A line of a query and how many letters into it something is wrong; null if that is not known. */
export type Fault = { line: string; column: number; message: string };

/** Where the server's remark about a query points to. */
export function faultIn(text: string, problem: Readonly<Record<string, unknown>>): Fault | null {
  const { line, column, detail, parameter } = problem;
  if ((parameter !== "query" && parameter !== "q") || typeof column !== "number") return null;
  const shown = text.split("\n")[typeof line === "number" ? line - 1 : 0];
  if (shown === undefined) return null;
  const message =
    typeof detail === "string" ? detail.replace(/^(?:query|q): (?:line \d+, )?(?:column \d+: )?/, "") : "";
  return { line: shown, column: Math.min(Math.max(column, 1), shown.length + 1), message };
}
