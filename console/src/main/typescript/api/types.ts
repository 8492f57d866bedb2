// What the API answers, as far as the console reads it; docs/api.md and /api/openapi.json have it whole.

export type Severity = "INFO" | "WARNING" | "CRITICAL";
export type AlertStatus = "OPEN" | "ACKNOWLEDGED" | "REJECTED" | "WITHDRAWN";
export type RejectReason = "WRONG_ENTITY" | "WRONG_PLACE" | "OLD_NEWS" | "DUPLICATE" | "OFF_TOPIC";

export type Page<T> = { items: T[]; next: string | null; total?: number; stopped?: string | null };

/** A part of a query and the words that made it true; offsets count UTF-16 units, as strings here do. */
export type MatchedClause = {
  clause: string;
  field: "TITLE" | "BODY";
  start: number;
  end: number;
  words: string;
  alias: string | null;
  entityId: string | null;
  name: string | null;
  claimType: string | null;
  modality: string | null;
  said: string | null;
  sourceName: string | null;
  snippet: string | null;
  snippetStart: number;
  confidence: number | null;
  rule: string | null;
};

export type AlertState = {
  who: string | null;
  reason: string | null;
  note: string | null;
  at: string | null;
  matches: number;
  outlets: number;
  independentTexts: number;
  updates: number;
};

/** An alert that was held and is told of in a digest. */
export type DigestEntry = {
  alertId: string;
  headline: string;
  severity: Severity;
  source: string | null;
  at: string | null;
};

/** An article that an alert rests on, among others. */
export type ContributingArticle = {
  id: string;
  title: string | null;
  url: string | null;
  source: string | null;
  at: string | null;
};

export type Alert = {
  id: string;
  kind: string;
  severity: Severity;
  watchId: string;
  watchTitle: string;
  watchVersion: number;
  query: string;
  headline: string;
  title: string | null;
  url: string | null;
  source: string | null;
  language: string | null;
  articleId: string;
  storyId: string | null;
  publishedAt: string | null;
  acceptedAt: string | null;
  updateOf: string | null;
  reasons: string[];
  labels: string[];
  clauses: MatchedClause[];
  articles: ContributingArticle[];
  digest: DigestEntry[];
  digested: number;
  held: string[];
  correction: string | null;
  textDelivery: "FULL" | "SNIPPET" | "NONE";
  outlets: number;
  independentTexts: number;
};

/** What was said of an alert last. */
export type Feedback = {
  what: "ACKNOWLEDGE" | "REJECT" | "REOPEN";
  who: string | null;
  at: string | null;
  reason: string | null;
  note: string | null;
};

/** An alert as lists have it. */
export type AlertInView = Alert & {
  raisedAt: string;
  status: AlertStatus;
  state: AlertState | null;
  feedback: Feedback | null;
};

/** What somebody says to an alert or a watch, as the stream tells it. */
export type FeedbackEvent = {
  alertId: string | null;
  watchId: string;
  storyId?: string | null;
  what: "ACKNOWLEDGE" | "REJECT" | "REOPEN" | "SILENCE" | "UNSILENCE";
  who: string | null;
  at: string | null;
  reason: string | null;
  note: string | null;
  until: string | null;
};
