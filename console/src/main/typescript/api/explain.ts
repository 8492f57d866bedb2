import { send } from "./client";

/** A part of a query and how it came out. */
export type Explanation = {
  operator: string;
  text: string;
  holds: boolean;
  nearest: string | null;
  parts: Explanation[];
};

/** A place in an article where a clause is fulfilled. */
export type Found = {
  clause: string;
  field: "TITLE" | "BODY";
  start: number;
  /** Where it starts, of a clause that is about the article and not its words. */
  end: number;
  words: string;
  /** The sentence, and where it begins; null where it may not be shown. */
  snippet: string | null;
  snippetStart: number | null;
};

export type ExplainedPart = {
  matches: boolean;
  clauses: Found[];
  firstFailure: { clause: string; nearest: string | null } | null;
  tree: Explanation;
};

/** Why a watch or query matches an article, or why not. */
export type Explained = { matches: boolean; query: string; overTime: string | null; parts: ExplainedPart[] };

/** Holds a watch or a query against a retained article. */
export function explain(
  articleId: string,
  asked: { watchId: string } | { query: string },
  signal?: AbortSignal,
): Promise<Explained> {
  return send<Explained>("POST", "/api/explain", { body: { articleId, ...asked }, ...(signal && { signal }) });
}

/** All places that an explanation names. */
export function foundIn(explained: Explained | undefined): Found[] {
  return explained?.parts.flatMap(({ clauses }) => clauses) ?? [];
}
