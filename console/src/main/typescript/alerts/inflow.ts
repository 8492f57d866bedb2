import type { AlertInView } from "../api/types";

/** How many alerts a second come, over the last seconds. */
export class Rate {
  readonly #came: { at: number; alerts: number }[] = [];

  constructor(readonly window = 3_000) {}

  add(alerts: number, at: number): void {
    if (alerts > 0) this.#came.push({ at, alerts });
  }

  perSecond(now: number): number {
    while (this.#came.length > 0 && (this.#came[0] as { at: number }).at <= now - this.window) this.#came.shift();
    return this.#came.reduce((sum, { alerts }) => sum + alerts, 0) / (this.window / 1000);
  }
}

/** What has come and is not shown yet. */
export type Waiting = { alerts: number; stories: number; critical: number };

export const NOTHING: Waiting = { alerts: 0, stories: 0, critical: 0 };

/** More than so many a second and nobody could read rows that move. */
export const READABLE_PER_SECOND = 5;

export type Holding = {
  /** A row has the focus. */
  focused: boolean;
  /** The list is not at its top. */
  scrolled: boolean;
  perSecond: number;
};

/** Whether new stories wait: whoever reads keeps the place, and a flood is counted rather than shown. */
export const holds = ({ focused, scrolled, perSecond }: Holding) =>
  focused || scrolled || perSecond > READABLE_PER_SECOND;

/** Counts what waits; alerts of stories that are shown do not: they fold in. */
export class Queue {
  #alerts = 0;
  #critical = 0;
  readonly #stories = new Set<string>();

  add(key: string, alert: AlertInView): void {
    this.#alerts++;
    if (alert.severity === "CRITICAL") this.#critical++;
    this.#stories.add(key);
  }

  has(key: string): boolean {
    return this.#stories.has(key);
  }

  clear(): void {
    this.#alerts = 0;
    this.#critical = 0;
    this.#stories.clear();
  }

  get waiting(): Waiting {
    return { alerts: this.#alerts, stories: this.#stories.size, critical: this.#critical };
  }
}
