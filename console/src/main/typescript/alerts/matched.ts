import type { Alert, MatchedClause } from "../api/types";
import type { Span } from "../ui/spans";
import { lower } from "../ui/words";

export type Quoted = { text: string; spans: Span<string>[] };

/** The headline with what matched in it; it may have words of ours in front of the title that was matched. */
export function headlineOf(alert: Pick<Alert, "headline" | "title" | "clauses">): Quoted {
  const text = alert.headline || alert.title || "";
  const shift = alert.title && text.endsWith(alert.title) ? text.length - alert.title.length : -1;
  return { text, spans: shift < 0 ? [] : spansOf(alert.clauses, "TITLE", shift) };
}

/** The first stretch of the text around what matched; null if only the headline matched, or the text may not be shown. */
export function snippetOf(clauses: readonly MatchedClause[]): Quoted | null {
  const first = clauses.find((clause) => clause.field === "BODY" && clause.snippet);
  if (!first?.snippet) return null;
  return { text: first.snippet, spans: spansOf(clauses, "BODY", -first.snippetStart) };
}

/** A snippet without the headline that many texts begin with; null if nothing is left. */
export function beyond(snippet: Quoted | null, headline: string): Quoted | null {
  if (snippet === null || headline === "" || !snippet.text.startsWith(headline)) return snippet;
  if (!/[\p{L}\p{N}]/u.test(snippet.text.slice(headline.length))) return null;
  // a headline that was cut in the middle of a word leaves the whole word to the snippet
  const torn = /[\p{L}\p{N}]$/u.test(headline) && /^[\p{L}\p{N}]/u.test(snippet.text.slice(headline.length));
  const separated = /^[\s.,;:!?…–—-]*/u.exec(snippet.text.slice(headline.length))?.[0].length ?? 0;
  const from = torn ? headline.lastIndexOf(" ") + 1 : headline.length + separated;
  const rest = snippet.text.slice(from);
  const spans = snippet.spans.map(({ start, end, what }) => ({ start: start - from + 1, end: end - from + 1, what }));
  return { text: `…${rest}`, spans: spans.filter(({ end }) => end > 1) };
}

function spansOf(clauses: readonly MatchedClause[], field: string, shift: number): Span<string>[] {
  return clauses
    .filter((clause) => clause.field === field && clause.start >= 0 && clause.end > clause.start)
    .map((clause) => ({ start: clause.start + shift, end: clause.end + shift, what: clause.clause }));
}

/** What is claimed, how, and by whom, each once. */
export type Said = { type: string; how: string; who: string | null };

export function saidIn(clauses: readonly MatchedClause[]): Said[] {
  const found = new Map<string, Said>();
  for (const { claimType, modality, sourceName, said } of clauses) {
    if (claimType === null) continue;
    const one = { type: lower(claimType), how: lower(modality ?? "ASSERTED"), who: sourceName ?? said };
    found.set(`${one.type}|${one.how}|${one.who ?? ""}`, one);
  }
  // the same without a name says nothing more
  const named = new Set([...found.values()].filter(({ who }) => who !== null).map(({ type, how }) => `${type}|${how}`));
  return [...found.values()].filter(({ type, how, who }) => who !== null || !named.has(`${type}|${how}`));
}
