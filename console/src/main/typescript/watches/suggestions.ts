import { get } from "../api/client";
import type { Suggested } from "./types";

const KEPT = 300;
const known = new Map<string, Suggested[]>();

/** What `/api/suggest` knows of that sort that begins so; what was asked before is answered at once. */
export async function suggestions(of: string, prefix: string, signal: AbortSignal): Promise<Suggested[]> {
  const key = `${of}\n${prefix.toLowerCase()}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { items } = await get<{ items: Suggested[] }>("/api/suggest", { of, q: prefix, limit: 30 }, signal);
  known.set(key, items);
  const oldest = known.keys().next().value;
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return items;
}
