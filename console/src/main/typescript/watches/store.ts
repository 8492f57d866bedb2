import { useEffect, useState } from "preact/hooks";
import { ask, get, send } from "../api/client";
import { lane } from "../api/lane";
import type { Watch, WatchBody, WatchStats } from "./types";

export type Stored = { watch: Watch; etag: string | null };

const address = (id: string) => `/api/watches/${encodeURIComponent(id)}`;

export async function read(id: string, signal?: AbortSignal): Promise<Stored> {
  const response = await ask("GET", address(id), signal ? { signal } : {});
  return { watch: (await response.json()) as Watch, etag: response.headers.get("ETag") };
}

/**
 * Writes a watch.
 *
 * @param etag of the version that was changed; null to add it only if there is none of that id
 * @throws ApiError 412 if somebody else was faster
 */
export async function write(body: WatchBody, etag: string | null): Promise<{ applied: boolean }> {
  const response = await ask("PUT", address(body.id), {
    body,
    headers: etag === null ? { "If-None-Match": "*" } : { "If-Match": etag },
  });
  return { applied: response.status !== 202 };
}

export async function remove(id: string, etag: string | null): Promise<void> {
  await send("DELETE", address(id), { ...(etag !== null && { headers: { "If-Match": etag } }) });
}

const FRESH_MILLIS = 60_000;
const figures = new Map<string, { at: number; stats: WatchStats }>();
const fewAtATime = lane(4);

/** How often a watch speaks, asked for when it comes in sight, a few at a time. */
export function useStats(id: string): WatchStats | undefined {
  const [stats, setStats] = useState(figures.get(id)?.stats);
  useEffect(() => {
    const known = figures.get(id);
    setStats(known?.stats);
    if (known && Date.now() - known.at < FRESH_MILLIS) return;
    const control = new AbortController();
    void fewAtATime(async () => {
      if (control.signal.aborted) return;
      try {
        const read = await get<WatchStats>(`${address(id)}/stats`, { days: 14 }, control.signal);
        figures.set(id, { at: Date.now(), stats: read });
        if (!control.signal.aborted) setStats(read);
      } catch {
        // a row without figures is a row all the same
      }
    });
    return () => control.abort();
  }, [id]);
  return stats;
}
