import type { Query } from "../api/client";
import type { AlertInView, AlertStatus, Severity } from "../api/types";

/** What of the alerts is shown; as it stands in the address, so that it can be shared.  Empty means all. */
export type AlertFilter = {
  watch: string;
  severity: string;
  status: string;
  claim: string;
  place: string;
  story: string;
  /** Words in the article. */
  q: string;
  /** A moment, or so long ago: "-6h". */
  from: string;
  to: string;
};

export const NO_FILTER: AlertFilter = {
  watch: "",
  severity: "",
  status: "",
  claim: "",
  place: "",
  story: "",
  q: "",
  from: "",
  to: "",
};

const NAMES = Object.keys(NO_FILTER) as (keyof AlertFilter)[];

/** The filter that an address has; what it does not know is left out. */
export function filterOf(query: Readonly<Record<string, string>>): AlertFilter {
  const filter = { ...NO_FILTER };
  for (const name of NAMES) filter[name] = (query[name] ?? "").trim();
  return filter;
}

/** What stands behind "?" for a filter, in an order that does not change. */
export function addressOf(filter: AlertFilter): string {
  const params = new URLSearchParams();
  for (const name of NAMES) if (filter[name] !== "") params.set(name, filter[name]);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

export function queryOf(filter: AlertFilter): Query {
  return { ...filter, severity: values(filter.severity), status: values(filter.status) };
}

export const isFiltered = (filter: AlertFilter) => NAMES.some((name) => filter[name] !== "");

/** Whether alerts that come now can be among what is shown. */
export const isLive = (filter: AlertFilter) => filter.to === "";

/** Whether only the server can say that an alert passes: places lie in places, and words have forms. */
export const needsServer = (filter: AlertFilter) => filter.place !== "" || filter.q !== "" || filter.claim !== "";

/** Whether an alert that has just come passes, as far as the page can say. */
export function passes(alert: AlertInView, filter: AlertFilter): boolean {
  const severities = values(filter.severity) as Severity[];
  const statuses = values(filter.status) as AlertStatus[];
  return (
    isLive(filter) &&
    (filter.story === "" || alert.storyId === filter.story) &&
    (filter.watch === "" || alert.watchId === filter.watch) &&
    (severities.length === 0 || severities.includes(alert.severity)) &&
    (statuses.length === 0 || statuses.includes(alert.status))
  );
}

export const values = (several: string): string[] => several.split(",").filter((value) => value !== "");
