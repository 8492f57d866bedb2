import type { AlertInView, MatchedClause } from "../../../main/typescript/api/types";

/** An open alert of a story, raised so many seconds after a fixed moment. */
export function alert(
  id: string,
  storyId: string | null,
  second: number,
  more: Partial<AlertInView> = {},
): AlertInView {
  return {
    id,
    kind: "FIRST",
    severity: "INFO",
    watchId: "w",
    watchTitle: "W",
    watchVersion: 1,
    query: "x",
    headline: `headline ${id}`,
    title: `headline ${id}`,
    url: null,
    source: null,
    language: null,
    articleId: `article-${id}`,
    storyId,
    publishedAt: null,
    acceptedAt: null,
    updateOf: null,
    reasons: [],
    labels: [],
    clauses: [],
    articles: [],
    digest: [],
    digested: 0,
    held: [],
    correction: null,
    textDelivery: "FULL",
    outlets: 1,
    independentTexts: 1,
    raisedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
    status: "OPEN",
    state: null,
    feedback: null,
    ...more,
  };
}

export function clause(more: Partial<MatchedClause>): MatchedClause {
  return {
    clause: "c",
    field: "BODY",
    start: 0,
    end: 1,
    words: "",
    alias: null,
    entityId: null,
    name: null,
    claimType: null,
    modality: null,
    said: null,
    sourceName: null,
    snippet: null,
    snippetStart: 0,
    confidence: null,
    rule: null,
    ...more,
  };
}
