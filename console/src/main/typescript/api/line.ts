import { createParser } from "eventsource-parser";

/** How the page hears of what is new. */
export type Connection = "connecting" | "live" | "reconnecting" | "offline";

/** An event of the stream, by its name: alert, feedback, or gap for "more was missed than is kept". */
export type StreamEvent = { name: string; data: unknown };

/** What is heard of a line: how it stands, an event, or that the key is not one that the server knows, which ends it. */
export type Heard = { state: Connection } | { event: StreamEvent } | { refused: true };

const PATH = "/api/alerts/stream?feedback=true";
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** The server sends a comment every 15 s; a line that is silent for longer is dead. */
const LONGEST_SILENCE = 40_000;
const UNAUTHORIZED = 401;

/**
 * A line to the stream of alerts and of what people say to them.  While it is open it is taken up again whenever it breaks, and
 * what was missed comes first; where that is too much, an event named gap comes in its place.  Needs nothing that a worker lacks.
 */
export class Line {
  readonly #tell: (heard: Heard) => void;
  readonly #origin: string;
  #key = "";
  #lastId = "";
  #control: AbortController | undefined;

  /** @param origin where the API is, without a slash at the end; where the page comes from if it is not said */
  constructor(tell: (heard: Heard) => void, origin = "") {
    this.#tell = tell;
    this.#origin = origin;
  }

  /** Opens it with an API key, empty for none; one that is open with that key stays as it is. */
  open(key: string): void {
    if (this.#control !== undefined && key === this.#key) return;
    this.close();
    if (key !== this.#key) this.#lastId = "";
    this.#key = key;
    this.#control = new AbortController();
    void this.#run(this.#control.signal);
  }

  close(): void {
    this.#control?.abort();
    this.#control = undefined;
  }

  async #run(ended: AbortSignal): Promise<void> {
    let wait = FIRST_WAIT;
    this.#say(ended, { state: "connecting" });
    while (!ended.aborted) {
      try {
        const known = await this.#read(ended, () => {
          this.#say(ended, { state: "live" });
          wait = FIRST_WAIT;
        });
        if (!known) {
          this.#say(ended, { refused: true });
          this.close();
          return;
        }
      } catch {
        // it is taken up again
      }
      this.#say(ended, { state: globalThis.navigator?.onLine === false ? "offline" : "reconnecting" });
      await pause(wait * (0.5 + Math.random() / 2), ended);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  /** @returns whether the server knows the key; how the line ended is all the same */
  async #read(ended: AbortSignal, opened: () => void): Promise<boolean> {
    const control = new AbortController();
    const give = () => control.abort();
    ended.addEventListener("abort", give);
    let silence = setTimeout(give, LONGEST_SILENCE);
    try {
      const headers: Record<string, string> = { Accept: "text/event-stream" };
      if (this.#key !== "") headers["X-Api-Key"] = this.#key;
      if (this.#lastId !== "") headers["Last-Event-ID"] = this.#lastId;
      const response = await fetch(this.#origin + PATH, {
        headers,
        cache: "no-store",
        credentials: "omit",
        signal: control.signal,
      });
      if (response.status === UNAUTHORIZED) return false;
      if (!response.ok || response.body === null) return true;
      opened();
      const parser = createParser({
        onEvent: ({ event, id, data }) => {
          if (id !== undefined) this.#lastId = id;
          this.#say(ended, { event: { name: event ?? "message", data: JSON.parse(data) } });
        },
      });
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return true;
        clearTimeout(silence);
        silence = setTimeout(give, LONGEST_SILENCE);
        parser.feed(value);
      }
    } finally {
      clearTimeout(silence);
      ended.removeEventListener("abort", give);
      give();
    }
  }

  #say(ended: AbortSignal, heard: Heard): void {
    if (!ended.aborted) this.#tell(heard);
  }
}

/** So long, or until the machine is online again or the line is closed. */
function pause(millis: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.("online", done);
      ended.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, millis);
    globalThis.addEventListener?.("online", done);
    ended.addEventListener("abort", done);
  });
}
