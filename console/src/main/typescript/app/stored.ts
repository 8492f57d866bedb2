import { effect, type Signal, signal } from "@preact/signals";

/**
 * A value that this browser remembers.  Where it may not (private windows, full storage) the value lasts as long as the page.
 *
 * @param name in local storage, without the "vedette." in front
 * @param accepts says whether what was stored is still a value of this kind
 */
export function stored<T>(name: string, initial: T, accepts: (value: unknown) => value is T): Signal<T> {
  const key = `vedette.${name}`;
  const value = signal(read(key, initial, accepts));
  let first = true;
  effect(() => {
    const now = value.value;
    if (first) {
      first = false;
      return;
    }
    try {
      localStorage.setItem(key, JSON.stringify(now));
    } catch {
      // it lasts as long as the page
    }
  });
  addEventListener("storage", (event) => {
    if (event.key === key) value.value = read(key, initial, accepts);
  });
  return value;
}

/** Accepts one of these. */
export function oneOf<T extends string>(...values: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => values.includes(value as T);
}

export const isText = (value: unknown): value is string => typeof value === "string";

export const isTruth = (value: unknown): value is boolean => typeof value === "boolean";

function read<T>(key: string, initial: T, accepts: (value: unknown) => value is T): T {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return initial;
    const value: unknown = JSON.parse(text);
    return accepts(value) ? value : initial;
  } catch {
    return initial;
  }
}
