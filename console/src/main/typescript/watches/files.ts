import type { WatchBody } from "./types";

/** Watches as a file of them (YAML): what was left to its default is left out. */
export async function fileOf(watches: readonly WatchBody[]): Promise<string> {
  const { stringify } = await import("yaml");
  return stringify(watches.map(inFile), { lineWidth: 100 });
}

/**
 * The watches of a file, YAML or JSON.
 *
 * @throws Error that says in which line what is wrong
 */
export async function watchesIn(text: string): Promise<Partial<WatchBody>[]> {
  const { parse } = await import("yaml");
  const read: unknown = parse(text);
  if (!Array.isArray(read)) throw new Error('This is no list of watches: each begins with "- id: …".');
  return read.map((one, index) => {
    if (one === null || typeof one !== "object" || typeof one.id !== "string" || typeof one.query !== "string") {
      throw new Error(`Watch ${index + 1} of the file needs id and query.`);
    }
    return one as Partial<WatchBody>;
  });
}

/** Hands a file to whoever looks at the page. */
export function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A watch as a file has it; whether it is enabled is no part of a file. */
export function inFile(watch: WatchBody): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(watch)
      .filter(
        ([key, value]) =>
          value !== null &&
          value !== undefined &&
          value !== "" &&
          key !== "enabled" &&
          !(Array.isArray(value) && value.length === 0),
      )
      .map(([key, value]) => [key, pruned(value)]),
  );
}

function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined && !(Array.isArray(one) && one.length === 0))
      .map(([key, one]) => [key, pruned(one)]),
  );
}
