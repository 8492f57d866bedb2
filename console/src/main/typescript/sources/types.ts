export type SourceKind = "FEED" | "SITEMAP" | "LISTING" | "PAGE";
export type SourceStatus =
  | "UNKNOWN"
  | "HEALTHY"
  | "PAUSED"
  | "FAILING"
  | "FORBIDDEN"
  | "GONE"
  | "REDIRECTED"
  | "PARKED"
  | "EMPTY"
  | "SILENT";

/** What a user says of a source. */
export type SourceForm = {
  id: string;
  kind: SourceKind;
  url: string;
  name: string | null;
  country: string | null;
  language: string | null;
  covers: string | null;
  enabled: boolean;
  interval: string | null;
  page: "TEASER" | "ALWAYS" | "NEVER";
  mapping: string | null;
  evidence: boolean;
  textDelivery: "FULL" | "SNIPPET" | "NONE";
  labels: string[];
};

/** How it does, as of its last poll. */
export type SourceState = {
  status: SourceStatus;
  reason: string | null;
  since: string | null;
  lastAttempt: string | null;
  lastSuccess: string | null;
  lastNewItem: string | null;
  nextPoll: string | null;
  interval: string | null;
  itemsPerDay: number | null;
  usualPerDay: number | null;
  fullTextShare: number | null;
  undatedShare: number | null;
  items: number;
  scrolledOff: number;
  failures: number;
  errors: Record<string, number>;
  movedTo: string | null;
  hub: string | null;
  /** New items by day over four weeks, today last. */
  days: number[];
  instance: string | null;
};

export type Source = SourceForm & {
  version: number;
  updatedAt: string | null;
  updatedBy: string | null;
  status: SourceStatus;
  overdue: boolean;
  state: SourceState | null;
};

export type TriedItem = {
  title: string | null;
  url: string | null;
  publishedAt: string | null;
  author: string | null;
  language: string | null;
  text: string;
  characters: number;
  fullText: boolean;
  problem: string | null;
};

/** What an address would give. */
export type TriedSource = {
  kind: SourceKind | null;
  status: string;
  url: string;
  title: string | null;
  language: string | null;
  found: number;
  items: TriedItem[];
  leftOut: { what: string; reason: string }[];
  problems: string[];
};
