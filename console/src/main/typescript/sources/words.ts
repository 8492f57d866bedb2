import type { Source, SourceForm, SourceStatus } from "./types";

type Tone = "good" | "bad" | "calm";

const STATUS: Record<SourceStatus, { name: string; tone: Tone; means: string }> = {
  HEALTHY: { name: "healthy", tone: "good", means: "nothing is to be said against it" },
  UNKNOWN: { name: "unknown", tone: "calm", means: "too little is known of it yet" },
  PAUSED: { name: "paused", tone: "calm", means: "somebody has it not polled" },
  FAILING: { name: "failing", tone: "bad", means: "polls fail, one after the other" },
  FORBIDDEN: { name: "forbidden", tone: "bad", means: "it asks to be left alone, or wants a key" },
  GONE: { name: "gone", tone: "bad", means: "there is nothing at its address any more" },
  REDIRECTED: {
    name: "moved",
    tone: "bad",
    means: "it has moved to another address: look whether it is the same outlet",
  },
  PARKED: { name: "parked", tone: "bad", means: "its domain is for sale, or a web page is where the feed was" },
  EMPTY: { name: "empty", tone: "bad", means: "its list has no items" },
  SILENT: { name: "silent", tone: "bad", means: "it brings far less than usual" },
};

export const STATUSES = Object.keys(STATUS) as SourceStatus[];

export function statusName(status: SourceStatus): string {
  return STATUS[status]?.name ?? status.toLowerCase();
}

export function statusTone(status: SourceStatus): Tone {
  return STATUS[status]?.tone ?? "calm";
}

/** What is the matter with a source, in a sentence; the server's own words where it has any. */
export function condition(source: Source): string {
  if (source.overdue) return "nobody polls it: it is overdue";
  return source.state?.reason || (STATUS[source.status]?.means ?? "");
}

const KINDS: Record<string, string> = {
  TIMEOUT: "no answer in time",
  DNS: "the host has no address",
  CONNECT: "no connection",
  TLS: "its certificate is not good",
  NOT_FOUND: "not found",
  ROBOTS: "its robots.txt asks to be left alone",
  ADDRESS_REFUSED: "not a public address",
  NOTHING: "nothing that can be used",
  OK: "it can be a source",
};

/** A kind of failure, in words. */
export function failureName(kind: string): string {
  return KINDS[kind] ?? kind.toLowerCase().replaceAll("_", " ");
}

/** "4.2", "120": items a day. */
export function perDay(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return value >= 10 || value === Math.round(value) ? String(Math.round(value)) : value.toFixed(1);
}

export function percent(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)} %`;
}

/** An id for a source at that address: "https://www.bbc.co.uk/news/rss.xml" as "bbc.co.uk". */
export function idOf(url: string, name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (words !== "") return words.slice(0, 60);
  try {
    return new URL(url).hostname.replace(/^www\./, "").slice(0, 60);
  } catch {
    return "";
  }
}

const FIELDS: (keyof SourceForm)[] = [
  "id",
  "kind",
  "url",
  "name",
  "country",
  "language",
  "covers",
  "enabled",
  "interval",
  "page",
  "mapping",
  "evidence",
  "textDelivery",
  "labels",
];

/** What a user says of it, without what the server sets. */
export function formOf(source: SourceForm): SourceForm {
  return Object.fromEntries(FIELDS.map((field) => [field, source[field]])) as SourceForm;
}

export const NEW_SOURCE: SourceForm = {
  id: "",
  kind: "FEED",
  url: "",
  name: null,
  country: null,
  language: null,
  covers: null,
  enabled: true,
  interval: null,
  page: "TEASER",
  mapping: null,
  evidence: false,
  textDelivery: "FULL",
  labels: [],
};

/** The days of the bars, today last: "11-23". */
export function dayNames(count: number, today: Date): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(today.getTime() - (count - 1 - index) * 86_400_000).toISOString().slice(5, 10),
  );
}
