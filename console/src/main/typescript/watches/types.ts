import type { Alert, MatchedClause, Severity } from "../api/types";

export type QuietHours = { zone?: string | null; from?: string | null; to?: string | null; days?: string[] | null };
export type Throttle = { most?: number | null; per?: string | null };
export type Digest = { every?: string | null; at?: string | null; zone?: string | null };
export type Updates = { enabled?: boolean | null; independentTexts?: number[] | null };

/** A text that a watch must match, or must not. */
export type Example = {
  title?: string | null;
  text?: string | null;
  source?: string | null;
  url?: string | null;
  language?: string | null;
  publishedAt?: string | null;
  acceptedAt?: string | null;
  matches?: boolean | null;
};

/** What a user says of a watch; docs/alerts.md has all its parts. */
export type WatchBody = {
  id: string;
  title: string;
  query: string;
  severity: Severity;
  enabled: boolean;
  labels: string[];
  validFrom: string | null;
  validUntil: string | null;
  quietHours: QuietHours | null;
  throttle: Throttle | null;
  digest: Digest | null;
  channels: string[];
  updates: Updates | null;
  examples: Example[];
  budget: number | null;
};

export type Watch = WatchBody & {
  version: number;
  builtIn: boolean;
  updatedAt: string | null;
  updatedBy: string | null;
};

export type WatchStats = {
  watchId: string;
  alerts: number;
  perDay: number;
  acknowledged: number;
  rejected: number;
  rejectedRate: number;
  lastAlertAt: string | null;
  days: { day: string; alerts: number }[];
};

/** Something about a watch; offsets count UTF-16 units of the query and are null where it is about something else. */
export type Remark = {
  severity: "ERROR" | "WARNING" | "HINT";
  message: string;
  from: number | null;
  to: number | null;
  line: number | null;
  column: number | null;
};

export type Checked = { valid: boolean; normalised: string | null; problems: Remark[]; operators: string[] };

export type Suggested = { value: string; label: string; detail: string | null; insert: string };

export type WatchVersion = {
  version: number;
  at: string | null;
  who: string | null;
  what: "CREATED" | "CHANGED" | "DELETED";
  watch: Partial<Watch> | null;
};

export type Tried = { matches: boolean; clauses: MatchedClause[] };

export type ArticleHit = {
  id: string;
  title: string | null;
  beginning: string;
  source: string | null;
  language: string | null;
  acceptedAt: string;
};

/** A place in an article that made a query true. */
export type BacktestFigures = {
  matches: number;
  alerts: number;
  updates: number;
  held: Record<string, number>;
  perDay: Record<string, number>;
  samples: (Alert & { raisedAt: string })[];
};

export type BacktestReport = {
  watchId: string;
  notes: string[];
  tried: BacktestFigures;
  current: BacktestFigures | null;
  added: number;
  lost: number;
  addedSamples: (Alert & { raisedAt: string })[];
  lostSamples: (Alert & { raisedAt: string })[];
};

export type Backtest = {
  id: string;
  state: "WAITING" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
  since: string;
  done: number;
  articles: number;
  matches: number;
  problem: string | null;
  watches: BacktestReport[] | null;
};
