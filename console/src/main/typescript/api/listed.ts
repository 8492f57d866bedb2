import { get, type Query } from "./client";

const PAGE = 500;
const PAGES = 20;

/** Everything of a list that goes on behind an id, by id; where it is more than there is room for, `more` says so. */
export async function listed<T extends { id: string }>(
  path: string,
  filters: Query,
  signal: AbortSignal,
): Promise<{ items: T[]; more: boolean }> {
  const items: T[] = [];
  for (let page = 0; page < PAGES; page++) {
    const after = items.at(-1)?.id ?? null;
    const read = await get<T[]>(path, { ...filters, limit: PAGE, after }, signal);
    items.push(...read);
    if (read.length < PAGE) return { items, more: false };
  }
  return { items, more: true };
}
