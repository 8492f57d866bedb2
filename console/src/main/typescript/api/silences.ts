import { get, send } from "./client";

export type Silent = {
  watchId: string;
  who: string | null;
  reason: string | null;
  at: string | null;
  until: string | null;
};

const address = (watch: string) => `/api/watches/${encodeURIComponent(watch)}/silence`;

/** Watches that say nothing for a while. */
export function silences(signal: AbortSignal): Promise<Silent[]> {
  return get<Silent[]>("/api/silences", {}, signal);
}

/** @param until RFC 3339; null for until somebody ends it */
export async function silence(watch: string, reason: string, until: string | null): Promise<void> {
  await send("POST", address(watch), { body: { reason, ...(until !== null && { until }) } });
}

/** Ends the silence of a watch. */
export async function speak(watch: string): Promise<void> {
  await send("DELETE", address(watch));
}
