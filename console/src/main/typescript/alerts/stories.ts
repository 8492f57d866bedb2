import type { AlertInView, FeedbackEvent, Severity } from "../api/types";

/** The alerts of one story, of whichever watches, as one row. */
export type Story = {
  key: string;
  /** The newest first; never empty. */
  alerts: readonly AlertInView[];
  /** When its newest alert was raised, in milliseconds since 1970. */
  at: number;
  /** The gravest of those that are open, or else of all. */
  severity: Severity;
  outlets: number;
  independentTexts: number;
  updates: number;
  open: number;
};

const GRAVITY: Record<Severity, number> = { INFO: 0, WARNING: 1, CRITICAL: 2 };

export const graver = (a: Severity, b: Severity): Severity => (GRAVITY[b] > GRAVITY[a] ? b : a);

export const storyKey = (alert: { id: string; storyId: string | null }) => alert.storyId ?? alert.id;

export const raised = (alert: AlertInView) => Date.parse(alert.raisedAt);

/** Folds alerts into stories.  A story that changes is another object, so that whoever has drawn it can tell. */
export class Stories {
  readonly #stories = new Map<string, Story>();
  readonly #keys = new Map<string, string>();

  /** @param most so many alerts are kept; the oldest go first */
  constructor(readonly most: number) {}

  get size(): number {
    return this.#stories.size;
  }

  get alerts(): number {
    return this.#keys.size;
  }

  has(alertId: string): boolean {
    return this.#keys.has(alertId);
  }

  get(key: string): Story | undefined {
    return this.#stories.get(key);
  }

  of(alertId: string): Story | undefined {
    const key = this.#keys.get(alertId);
    return key === undefined ? undefined : this.#stories.get(key);
  }

  /** Takes alerts in; one that is known already is replaced, but for what was said of it since. */
  add(alerts: readonly AlertInView[]): void {
    const byStory = new Map<string, AlertInView[]>();
    for (const alert of alerts) {
      const key = storyKey(alert);
      const before = this.#keys.get(alert.id);
      if (before !== undefined && before !== key) this.#drop(before, alert.id);
      this.#keys.set(alert.id, key);
      const together = byStory.get(key);
      if (together === undefined) byStory.set(key, [alert]);
      else together.push(alert);
    }
    for (const [key, came] of byStory) {
      const together = new Map(this.#stories.get(key)?.alerts.map((alert) => [alert.id, alert]));
      for (const alert of came) together.set(alert.id, withWhatIsKnown(alert, together.get(alert.id)));
      this.#put(key, [...together.values()]);
    }
    this.#trim();
  }

  /** Applies what somebody said: it is of the watch and the story, and so of all their alerts.  @returns whether anything changed */
  said(said: FeedbackEvent): boolean {
    const of = said.alertId === null ? undefined : this.of(said.alertId);
    const story = of ?? (said.storyId == null ? undefined : this.#stories.get(said.storyId));
    if (story === undefined || STATUS[said.what] === undefined) return false;
    this.#put(
      story.key,
      story.alerts.map((alert) => withSaid(alert, said)),
    );
    return true;
  }

  /** All stories, the one with the newest alert first. */
  newestFirst(): Story[] {
    return [...this.#stories.values()].sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
  }

  #put(key: string, alerts: readonly AlertInView[]): void {
    this.#stories.set(key, fold(key, alerts));
  }

  #drop(key: string, alertId: string): void {
    const left = this.#stories.get(key)?.alerts.filter((alert) => alert.id !== alertId) ?? [];
    if (left.length === 0) this.#stories.delete(key);
    else this.#put(key, left);
  }

  #trim(): void {
    if (this.#keys.size <= this.most) return;
    // a tenth more than must be, so that not every alert that comes has all of them sorted
    const left = Math.floor(this.most * 0.9);
    for (const { key, alerts } of this.newestFirst().reverse()) {
      if (this.#keys.size <= left) return;
      for (const alert of alerts) this.#keys.delete(alert.id);
      this.#stories.delete(key);
    }
  }
}

const STATUS: Record<string, "ACKNOWLEDGED" | "REJECTED" | "OPEN" | undefined> = {
  ACKNOWLEDGE: "ACKNOWLEDGED",
  REJECT: "REJECTED",
  REOPEN: "OPEN",
};

function fold(key: string, unsorted: readonly AlertInView[]): Story {
  const alerts = [...unsorted].sort((a, b) => raised(b) - raised(a) || (a.id < b.id ? -1 : 1));
  const open = alerts.filter((alert) => alert.status === "OPEN");
  const most = (number: (alert: AlertInView) => number) => Math.max(...alerts.map(number));
  return {
    key,
    alerts,
    at: raised(alerts[0] as AlertInView),
    severity: (open.length > 0 ? open : alerts).map((alert) => alert.severity).reduce(graver),
    outlets: most((alert) => Math.max(alert.outlets ?? 0, alert.state?.outlets ?? 0)),
    independentTexts: most((alert) => Math.max(alert.independentTexts ?? 0, alert.state?.independentTexts ?? 0)),
    updates: alerts.filter((alert) => alert.kind === "UPDATE").length,
    open: open.length,
  };
}

/** An alert as the server finds it, which is a little behind the stream: what was heard of it since still holds. */
export function withWhatIsKnown(found: AlertInView, known: AlertInView | undefined): AlertInView {
  if (found.status === "WITHDRAWN" || !known || saidAt(found) >= saidAt(known)) return found;
  return { ...found, status: known.status, feedback: known.feedback };
}

const saidAt = ({ feedback }: AlertInView) => (feedback?.at ? Date.parse(feedback.at) : 0);

/** An alert with what somebody said of its story, if they said it of its watch. */
export function withSaid(alert: AlertInView, said: FeedbackEvent): AlertInView {
  const status = STATUS[said.what];
  if (status === undefined || alert.watchId !== said.watchId) return alert;
  const { who, at, reason, note } = said;
  return {
    ...alert,
    status,
    feedback: { what: said.what as "ACKNOWLEDGE" | "REJECT" | "REOPEN", who, at, reason, note },
  };
}
