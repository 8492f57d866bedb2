import { signal } from "@preact/signals";
import { ApiError, get } from "../api/client";
import { listen, type StreamEvent } from "../api/stream";
import type { Alert, AlertInView, FeedbackEvent, Page } from "../api/types";
import { stored } from "../app/stored";
import { further, isMark, type ReadMark } from "./catchup";
import { type AlertFilter, addressOf, isLive, needsServer, passes, queryOf } from "./filters";
import { holds, NOTHING, Queue, Rate, type Waiting } from "./inflow";
import { Stories, type Story, storyKey, withSaid, withWhatIsKnown } from "./stories";

/** So many alerts are kept in the page. */
export const MOST_ALERTS = 10_000;
const PAGE = 100;
/** So far back pages are read to come to the last alert that was read. */
const MOST_PAGES_AT_ONCE = 10;
/** Rows move no more often than this. */
const FLUSH_MILLIS = 200;
/** The server finds an alert a little after the stream tells it. */
const FOUND_AFTER_MILLIS = 1_500;

/** What was read on this machine, of all alerts. */
export const readMark = stored<ReadMark | null>("read", null, isMark);

/** What came since the page was last open. */
export type Meanwhile = { alerts: number; critical: number; since: number };

/** The alerts of one filter, as they come and as they are read back, and in which order they are shown. */
export class Desk {
  readonly rows = signal<readonly Story[]>([]);
  readonly waiting = signal<Waiting>(NOTHING);
  readonly perSecond = signal(0);
  readonly loading = signal(true);
  readonly error = signal<ApiError | undefined>(undefined);
  readonly more = signal(false);
  readonly meanwhile = signal<Meanwhile | null>(null);
  /** The row that keys act on. */
  readonly cursor = signal<string | null>(null);
  /** The mark as it was when the page was opened: the line in the list. */
  readonly openedAt = readMark.peek();
  /** Whether the list still has to go to where reading goes on. */
  readonly goOn = signal(true);
  /** The alert whose address is open, as the server knows it, whether the list has it or not. */
  readonly opened = signal<AlertInView | undefined>(undefined);
  scrolled = false;
  scrollTop = 0;

  readonly #stories = new Stories(MOST_ALERTS);
  readonly #queue = new Queue();
  readonly #rate = new Rate();
  #order: string[] = [];
  #next: string | null = null;
  #came: AlertInView[] = [];
  #flush: ReturnType<typeof setTimeout> | undefined;
  #refresh: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #ended = false;
  readonly #end: () => void;

  constructor(readonly filter: AlertFilter) {
    this.#end = listen((event) => this.#hear(event));
    void this.load();
  }

  end(): void {
    this.#ended = true;
    this.#end();
    clearTimeout(this.#flush);
    clearTimeout(this.#refresh);
  }

  /** Reads the newest alerts, as far back as the last one that was read. */
  async load(): Promise<void> {
    this.loading.value = true;
    this.error.value = undefined;
    try {
      const mark = isLive(this.filter) ? this.openedAt : null;
      if (mark !== null) void this.#askMeanwhile(mark);
      await this.#readBack((page) => mark === null || page.some((alert) => Date.parse(alert.raisedAt) <= mark.at));
      this.release();
    } catch (error) {
      if (!this.#ended) this.error.value = error instanceof ApiError ? error : new ApiError(0, String(error));
    } finally {
      this.loading.value = false;
    }
  }

  /** Reads the page before the oldest alert that is shown. */
  readonly loadMore = async (): Promise<void> => {
    if (this.#busy || this.#next === null || this.#stories.alerts >= MOST_ALERTS * 0.9) return;
    this.#busy = true;
    try {
      const page = await this.#page(this.#next);
      this.#take(page);
      const shown = new Set(this.#order);
      for (const alert of page.items) {
        const key = storyKey(alert);
        if (!shown.has(key) && !this.#queue.has(key)) this.#order.push(key);
        shown.add(key);
      }
      this.#draw();
    } catch {
      // scrolling on tries again
    } finally {
      this.#busy = false;
    }
  };

  /** All that is there was read, or need not be. */
  readAll(): void {
    const newest = this.#stories.newestFirst()[0];
    if (newest !== undefined) this.seen(newest);
    this.meanwhile.value = null;
  }

  /** Shows all that waits, the newest on top. */
  release(): void {
    this.#queue.clear();
    this.#order = this.#stories.newestFirst().map((story) => story.key);
    this.#draw();
  }

  said(said: FeedbackEvent): void {
    if (this.#stories.said(said)) this.#draw();
    const opened = this.opened.peek();
    const ofIt = said.alertId === opened?.id || (said.storyId != null && said.storyId === opened?.storyId);
    if (opened !== undefined && ofIt) this.opened.value = withSaid(opened, said);
  }

  /** The story of an alert; whoever draws it is told when the list changes. */
  story(alertId: string): Story | undefined {
    return this.rows.value.length === 0 ? undefined : this.#stories.of(alertId);
  }

  seen(story: Story): void {
    const newest = story.alerts[0];
    if (newest !== undefined) readMark.value = further(readMark.peek(), { at: story.at, id: newest.id });
  }

  async #askMeanwhile(mark: ReadMark): Promise<void> {
    const query = { ...queryOf(this.filter), from: new Date(mark.at + 1).toISOString(), limit: 1, total: true };
    const [all, grave] = await Promise.all([
      get<Page<AlertInView>>("/api/alerts", query),
      get<Page<AlertInView>>("/api/alerts", { ...query, severity: "CRITICAL" }),
    ]).catch(() => [undefined, undefined]);
    if (all?.total) this.meanwhile.value = { alerts: all.total, critical: grave?.total ?? 0, since: mark.at };
  }

  async #readBack(enough: (page: readonly AlertInView[]) => boolean): Promise<void> {
    let cursor: string | null = null;
    for (let pages = 0; pages < MOST_PAGES_AT_ONCE; pages++) {
      const page: Page<AlertInView> = await this.#page(cursor);
      this.#take(page);
      cursor = page.next;
      if (cursor === null || enough(page.items)) return;
    }
  }

  #page(cursor: string | null): Promise<Page<AlertInView>> {
    return get<Page<AlertInView>>("/api/alerts", { ...queryOf(this.filter), limit: PAGE, cursor });
  }

  #take(page: Page<AlertInView>): void {
    this.#stories.add(page.items);
    this.#next = page.next;
    this.more.value = page.next !== null;
  }

  #hear({ name, data }: StreamEvent): void {
    if (name === "feedback") {
      this.said(data as FeedbackEvent);
    } else if (name === "gap") {
      this.#later(FOUND_AFTER_MILLIS);
    } else if (name === "alert") {
      const alert = inView(data as Alert);
      this.#came.push(alert);
      // what a hidden page may not draw it need not keep, either
      if (this.#came.length > MOST_ALERTS) this.#came.shift();
      this.#flush ??= setTimeout(() => requestFrame(() => this.#fold()), FLUSH_MILLIS);
    }
  }

  #fold(): void {
    this.#flush = undefined;
    if (this.#ended) return;
    const came = this.#came.filter((alert) => passes(alert, this.filter));
    this.#came = [];
    const now = performance.now();
    if (needsServer(this.filter)) {
      if (came.length > 0) this.#later(FOUND_AFTER_MILLIS);
      return;
    }
    this.#rate.add(came.length, now);
    this.#show(came, now);
  }

  #show(came: readonly AlertInView[], now: number): void {
    const perSecond = this.#rate.perSecond(now);
    const held = holds({ focused: this.cursor.peek() !== null, scrolled: this.scrolled, perSecond });
    const shown = new Set(this.#order);
    for (const alert of came) {
      if (held && !this.#stories.has(alert.id) && !shown.has(storyKey(alert))) this.#queue.add(storyKey(alert), alert);
    }
    this.#stories.add(came);
    this.perSecond.value = perSecond;
    if (held) this.#draw();
    else this.release();
    // when the flood is over what waited is shown, though nothing more comes
    if (perSecond > 0 && !this.#ended) {
      this.#flush ??= setTimeout(() => requestFrame(() => this.#fold()), FLUSH_MILLIS * 2);
    }
  }

  /** Asks the server for what is new, once for however many have come. */
  #later(millis: number): void {
    if (this.#refresh !== undefined) return;
    this.#refresh = setTimeout(async () => {
      this.#refresh = undefined;
      if (this.loading.peek()) return this.#later(millis);
      try {
        const before = this.#next;
        const found: AlertInView[] = [];
        await Promise.all([this.#newer(found), this.#openedAnew()]);
        this.#next = before;
        this.more.value = before !== null;
        if (!this.#ended) this.#show(found, performance.now());
      } catch {
        this.#later(FOUND_AFTER_MILLIS * 4);
      }
    }, millis);
  }

  /** The list may not have the alert that is open. */
  async #openedAnew(): Promise<void> {
    const id = this.opened.peek()?.id;
    if (id === undefined || this.#stories.has(id)) return;
    const found = await get<AlertInView>(`/api/alerts/${encodeURIComponent(id)}`);
    const opened = this.opened.peek();
    if (opened?.id === id) this.opened.value = withWhatIsKnown(found, opened);
  }

  async #newer(found: AlertInView[]): Promise<void> {
    let cursor: string | null = null;
    for (let pages = 0; pages < MOST_PAGES_AT_ONCE; pages++) {
      const page: Page<AlertInView> = await this.#page(cursor);
      found.push(...page.items);
      cursor = page.next;
      if (cursor === null || page.items.some((alert) => this.#stories.has(alert.id))) return;
    }
  }

  #draw(): void {
    this.waiting.value = this.#queue.waiting;
    this.rows.value = this.#order.map((key) => this.#stories.get(key)).filter((story) => story !== undefined);
  }
}

/** An alert of the stream as lists have it: nobody has said anything of it yet. */
function inView(alert: Alert): AlertInView {
  // what was held, comes late or rests on no article is raised now, all else as its article is accepted
  const now = alert.acceptedAt === null || alert.held.length > 0 || alert.correction !== null;
  const raisedAt = now ? new Date().toISOString() : (alert.acceptedAt as string);
  return { ...alert, raisedAt, status: "OPEN", state: null, feedback: null };
}

function requestFrame(draw: () => void): void {
  // a hidden page draws no frames
  if (document.hidden) draw();
  else requestAnimationFrame(draw);
}

let current: Desk | null = null;

/** The desk of a filter; the last one stays while other views are looked at. */
export function deskOf(filter: AlertFilter): Desk {
  if (current === null || addressOf(current.filter) !== addressOf(filter)) {
    current?.end();
    current = new Desk(filter);
  }
  return current;
}
