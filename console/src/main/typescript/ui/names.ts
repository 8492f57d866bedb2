// Filters hold ids, people read names: what an id is called, and how a query writes it.
import { useEffect } from "preact/hooks";
import { get } from "../api/client";
import { stored } from "../app/stored";

type Name = { label: string; insert?: string };
type Names = Readonly<Record<string, Name>>;

const isNames = (value: unknown): value is Names =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((name) => typeof (name as Name | null)?.label === "string");

const MOST = 300;
const known = stored<Names>("names", {}, isNames);
const asked = new Set<string>();

const NAMED = new Set(["place", "actor", "watch"]);

/** Keeps what something that was chosen is called; the oldest are forgotten. */
export function rememberName(kind: string, value: string, name: Name): void {
  const { [`${kind}:${value}`]: _, ...others } = known.peek();
  const kept = Object.entries({ ...others, [`${kind}:${value}`]: name }).slice(-MOST);
  known.value = Object.fromEntries(kept);
}

/** What it is called; what was given where that is not known. */
export function nameOf(kind: string, value: string): string {
  return known.value[`${kind}:${value}`]?.label ?? value;
}

/** What to write into a query; undefined where that is not known. */
export function insertOf(kind: string, value: string): string | undefined {
  return known.peek()[`${kind}:${value}`]?.insert;
}

/** Finds out what the ids of an address are called that somebody else chose. */
export function useNames(filters: Readonly<Partial<Record<string, readonly string[]>>>): void {
  const unknown = Object.entries(filters)
    .filter(([kind]) => NAMED.has(kind))
    .flatMap(([kind, values]) => (values ?? []).map((value) => `${kind}:${value}`))
    .filter((key) => known.value[key] === undefined);
  const keys = unknown.join("\n");
  useEffect(() => {
    for (const key of keys === "" ? [] : keys.split("\n")) {
      if (asked.has(key)) continue;
      asked.add(key);
      // trends call each of their lines by its name, whichever way it was asked for
      get<{ series: { label: string }[] }>("/api/trends", { series: key, from: "-1h", step: "1h" }).then(
        ({ series }) => {
          const [kind = "", value = ""] = key.split(/:(.*)/s);
          if (series[0]) rememberName(kind, value, { label: series[0].label });
        },
        () => undefined,
      );
    }
  }, [keys]);
}
