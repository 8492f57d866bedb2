import type { Wish } from "./api/shared";
import { SharedLines } from "./api/shared";

/** The worker that all pages of this browser share: a browser has six connections to a server, and each page would take one. */
const lines = new SharedLines();

const worker = globalThis as unknown as { onconnect: (event: MessageEvent) => void };

worker.onconnect = ({ ports }) => {
  const port = ports[0] as MessagePort;
  const listener = (heard: unknown) => port.postMessage(heard);
  port.onmessage = ({ data }: MessageEvent<Wish>) => lines.wish(listener, data);
};
