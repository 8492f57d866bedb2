import { send } from "./client";

/** A part of a query and how it came out. */
export type Explanation = {
  operator: string;
  text: string;
  holds: boolean;
  nearest: string | null;
  parts: Explanation[];
};

export type ExplainedPart = {
  matches: boolean;
  firstFailure: { clause: string; nearest: string | null } | null;
  tree: Explanation;
};

/** Why a watch or query matches an article, or why not. */
export type Explained = { matches: boolean; query: string; overTime: string | null; parts: ExplainedPart[] };

/** Holds a watch or a query against a retained article. */
export function explain(articleId: string, asked: { watchId: string } | { query: string }): Promise<Explained> {
  return send<Explained>("POST", "/api/explain", { body: { articleId, ...asked } });
}
