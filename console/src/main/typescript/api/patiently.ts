import { ApiError } from "./client";

/** Asks, and asks again when it is time, as long as the answer is that too much is asked. */
export async function patiently<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 429) throw error;
      await new Promise((resolve) => setTimeout(resolve, (error.retryAfter || 1) * 1000));
      signal.throwIfAborted();
    }
  }
}
