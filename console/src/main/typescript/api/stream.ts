import { signal } from "@preact/signals";
import { createParser } from "eventsource-parser";
import { keyWanted } from "../app/identity";
import { ApiError, ask } from "./client";

/** How the page hears of what is new. */
export type Connection = "connecting" | "live" | "reconnecting" | "offline";

/** An event of the stream, by its name: alert, feedback, or gap for "more was missed than is kept". */
export type StreamEvent = { name: string; data: unknown };

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** The server sends a comment every 15 s; a line that is silent for longer is dead. */
const LONGEST_SILENCE = 40_000;

export const connection = signal<Connection>("connecting");

type Listener = (event: StreamEvent) => void;

const listeners = new Set<Listener>();
let lastId = "";
let running = false;

/**
 * Hears every event of `/api/alerts/stream`, of which the page has one, as long as it is open.  What was missed while the line
 * was down comes when it is up again; where that is too much, an event named gap comes in its place.
 *
 * @returns ends it
 */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (!running) {
    running = true;
    void run();
  }
  return () => listeners.delete(listener);
}

async function run(): Promise<void> {
  let wait = FIRST_WAIT;
  for (;;) {
    try {
      await read(() => {
        connection.value = "live";
        wait = FIRST_WAIT;
      });
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) await keyGiven();
    }
    connection.value = navigator.onLine ? "reconnecting" : "offline";
    await pause(wait * (0.5 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

async function read(opened: () => void): Promise<void> {
  const control = new AbortController();
  let silence = setTimeout(() => control.abort(), LONGEST_SILENCE);
  try {
    const response = await ask("GET", "/api/alerts/stream", {
      query: { feedback: true },
      headers: { Accept: "text/event-stream", ...(lastId !== "" && { "Last-Event-ID": lastId }) },
      signal: control.signal,
    });
    if (response.body === null) return;
    opened();
    const parser = createParser({
      onEvent: ({ event, id, data }) => {
        if (id !== undefined) lastId = id;
        tell({ name: event ?? "message", data: JSON.parse(data) });
      },
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(() => control.abort(), LONGEST_SILENCE);
      parser.feed(value);
    }
  } finally {
    clearTimeout(silence);
    control.abort();
  }
}

function tell(event: StreamEvent): void {
  for (const listener of listeners) {
    try {
      listener(event);
    } catch (error) {
      console.error("an event of the stream was not understood", error);
    }
  }
}

/** So long, or until the machine is online again. */
function pause(millis: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, millis);
    addEventListener("online", done);
  });
}

function keyGiven(): Promise<void> {
  return new Promise((resolve) => {
    const end = keyWanted.subscribe((wanted) => {
      if (!wanted) {
        resolve();
        queueMicrotask(() => end());
      }
    });
  });
}
