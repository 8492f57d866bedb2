import { effect, signal } from "@preact/signals";
import { apiKey, keyWanted } from "../app/identity";
import type { Connection, Heard, StreamEvent } from "./line";
import { Line } from "./line";
import type { Wish } from "./shared";

export type { Connection, StreamEvent } from "./line";

/** The number counts up with each change of {@link Wish} or {@link Heard}: pages of before may still be open. */
const WORKER = "vedette-stream-1";
const SCRIPT = "/console/stream.js";

export const connection = signal<Connection>("connecting");

type Listener = (event: StreamEvent) => void;
type Ear = { open(key: string): void; close(): void };

const listeners = new Set<Listener>();
let ear: Ear | undefined;
/** Whether nobody listened until now, so that what the page has read may be older than what it hears. */
let late = true;
/** The key that the server did not know. */
let refused: string | undefined;

/**
 * Hears every event of `/api/alerts/stream`.  All pages of a browser hear by one line.  What was missed while it was down comes
 * when it is up again; where it is too much, and when the page begins to hear, an event named gap tells that there may be more.
 *
 * @returns ends it
 */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (ear === undefined) start();
  return () => listeners.delete(listener);
}

function start(): void {
  ear = shared() ?? new Line(hear);
  effect(() => {
    if (apiKey.value !== refused) ear?.open(apiKey.value);
  });
  // a page that is left may be kept for the way back
  addEventListener("pagehide", () => ear?.close());
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    late = true;
    ear?.open(apiKey.peek());
  });
}

/** The line of all pages; undefined where the browser has no such workers. */
function shared(): Ear | undefined {
  if (typeof SharedWorker === "undefined") return undefined;
  try {
    const worker = new SharedWorker(trusted(SCRIPT) as string, { type: "module", name: WORKER });
    worker.port.onmessage = ({ data }: MessageEvent<Heard>) => hear(data);
    worker.onerror = () => {
      // its script can't be had or not be run
      ear = new Line(hear);
      ear.open(apiKey.peek());
    };
    const wish = (wanted: Wish) => worker.port.postMessage(wanted);
    return { open: (key) => wish({ open: key }), close: () => wish({ close: true }) };
  } catch {
    return undefined;
  }
}

type Policies = {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
};

/** The page's policy takes addresses of scripts only from here. */
function trusted(url: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  return trustedTypes?.createPolicy("vedette", { createScriptURL: (script) => script }).createScriptURL(url) ?? url;
}

function hear(heard: Heard): void {
  if ("event" in heard) {
    tell(heard.event);
  } else if ("refused" in heard) {
    refused = apiKey.peek();
    connection.value = "reconnecting";
    keyWanted.value = true;
  } else {
    connection.value = heard.state;
    if (heard.state === "live" && late) {
      late = false;
      tell({ name: "gap", data: null });
    }
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
