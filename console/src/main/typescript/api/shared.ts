import type { Connection, Heard } from "./line";
import { Line } from "./line";

/** What a page asks of the worker: the line with this key, or to be told nothing more. */
export type Wish = { open: string } | { close: true };

/** A page, as the worker knows it. */
export type Listener = (heard: Heard) => void;

type Room = { line: Line; state: Connection; listeners: Set<Listener> };

/** One line for all the pages of this browser that have the same key, open as long as one of them listens. */
export class SharedLines {
  readonly #rooms = new Map<string, Room>();
  readonly #origin: string;

  /** @param origin as of {@link Line} */
  constructor(origin = "") {
    this.#origin = origin;
  }

  /** A listener has one line at most; what it had before it leaves. */
  wish(listener: Listener, wish: Wish): void {
    const key = "open" in wish ? wish.open : null;
    for (const [other, room] of this.#rooms) {
      if (other !== key) this.#leave(other, room, listener);
    }
    if (key === null) return;
    const room = this.#rooms.get(key) ?? this.#begin(key);
    room.listeners.add(listener);
    listener({ state: room.state });
  }

  #begin(key: string): Room {
    const listeners = new Set<Listener>();
    const line = new Line((heard) => {
      if ("state" in heard) room.state = heard.state;
      if ("refused" in heard) this.#rooms.delete(key);
      for (const listener of listeners) listener(heard);
    }, this.#origin);
    const room: Room = { line, state: "connecting", listeners };
    this.#rooms.set(key, room);
    line.open(key);
    return room;
  }

  #leave(key: string, room: Room, listener: Listener): void {
    if (room.listeners.delete(listener) && room.listeners.size === 0) {
      room.line.close();
      this.#rooms.delete(key);
    }
  }
}
