import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, test } from "node:test";
import { type Heard, Line } from "../../../main/typescript/api/line";
import { SharedLines } from "../../../main/typescript/api/shared";

type Answered = { request: IncomingMessage; answer: ServerResponse; closed: Promise<unknown> };

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

test("what comes is heard, and a line that broke goes on behind the last event", async () => {
  const api = await serve();
  const heard = new Ear();
  lineTo(api, heard).open("");

  const first = await api.next();
  first.answer.write('event: alert\nid: 7\ndata: {"id":"x"}\n\n');
  assert.deepEqual(await heard.event(), { name: "alert", data: { id: "x" } });
  first.answer.destroy();
  const second = await api.next();

  assert.equal(first.request.headers["last-event-id"], undefined);
  assert.equal(second.request.headers["last-event-id"], "7");
  assert.deepEqual(heard.states, ["connecting", "live", "reconnecting"]);
});

test("a key that is not known ends the line; another one opens it, from where it is then", async () => {
  const api = await serve();
  const heard = new Ear();
  const line = lineTo(api, heard);
  line.open("old");
  (await api.next(401)).answer.end();
  await heard.refusal();

  line.open("new");
  const { request } = await api.next();

  assert.equal(request.headers["x-api-key"], "new");
  assert.equal(request.headers["last-event-id"], undefined);
});

test("all pages with one key have one line, which is closed when the last one leaves", async () => {
  const api = await serve();
  const lines = new SharedLines(api.origin);
  const [one, two] = [new Ear(), new Ear()];
  lines.wish(one.listen, { open: "k" });
  const { answer, closed } = await api.next();
  await one.state("live");
  lines.wish(two.listen, { open: "k" });

  assert.deepEqual(two.states, ["live"]);
  answer.write("event: alert\nid: 1\ndata: 1\n\n");
  assert.deepEqual(await Promise.all([one.event(), two.event()]), Array(2).fill({ name: "alert", data: 1 }));

  lines.wish(one.listen, { close: true });
  answer.write("event: alert\nid: 2\ndata: 2\n\n");
  assert.deepEqual(await two.event(), { name: "alert", data: 2 });
  assert.equal(one.events.length, 0);

  lines.wish(two.listen, { close: true });
  await closed;
  assert.equal(api.waiting, 0);
});

test("who comes with another key leaves the line of the first", async () => {
  const api = await serve();
  const lines = new SharedLines(api.origin);
  const page = new Ear();
  ends.push(() => lines.wish(page.listen, { close: true }));
  lines.wish(page.listen, { open: "one" });
  const first = await api.next();

  lines.wish(page.listen, { open: "two" });

  assert.equal((await api.next()).request.headers["x-api-key"], "two");
  await first.closed;
});

/** What was heard. */
class Ear {
  readonly states: string[] = [];
  readonly events: unknown[] = [];
  #refused = false;
  #changed: (() => void)[] = [];

  readonly listen = (heard: Heard): void => {
    if ("state" in heard) this.states.push(heard.state);
    else if ("event" in heard) this.events.push(heard.event);
    else this.#refused = true;
    for (const wake of this.#changed.splice(0)) wake();
  };

  async event(): Promise<unknown> {
    await this.#until(() => this.events.length > 0);
    return this.events.shift();
  }

  refusal(): Promise<void> {
    return this.#until(() => this.#refused);
  }

  state(state: string): Promise<void> {
    return this.#until(() => this.states.includes(state));
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((wake) => this.#changed.push(wake));
  }
}

function lineTo(api: { origin: string }, ear: Ear): Line {
  const line = new Line(ear.listen, api.origin);
  ends.push(() => line.close());
  return line;
}

/** A server whose requests wait to be answered. */
async function serve() {
  const came: Answered[] = [];
  const wanted: (() => void)[] = [];
  const server = createServer((request, answer) => {
    came.push({ request, answer, closed: once(answer, "close") });
    for (const wake of wanted.splice(0)) wake();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The next request, of which status and headers are sent. */
    async next(status = 200): Promise<Answered> {
      while (came.length === 0) await new Promise<void>((wake) => wanted.push(wake));
      const next = came.shift() as Answered;
      next.answer.writeHead(status, { "content-type": "text/event-stream" });
      next.answer.flushHeaders();
      return next;
    },
    get waiting() {
      return came.length;
    },
  };
}
