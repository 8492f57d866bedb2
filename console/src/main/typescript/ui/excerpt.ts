// What to show in a list of a text in which something was found.
import type { Found } from "../api/explain";
import type { Span } from "./spans";

/** So much of a text is in sight, about. */
const IN_SIGHT = 220;
/** What is as long as this is no more than the beginning. */
const WHOLE = 299;
/** So much of a sentence stands before what was found in it. */
const BEFORE = 80;

export type Excerpt = { text: string; spans: Span<string>[] };

/**
 * The beginning of a text, or the sentence in which more of the clauses are.
 *
 * @param beginning as much of it as is known
 * @param skip how much of that stands above it already
 */
export function excerptOf(beginning: string, found: readonly Found[], skip = 0): Excerpt {
  const body = found.filter(({ field, start, end }) => field === "BODY" && start < end);
  let text = beginning.slice(skip);
  let from = skip;
  let most = clausesIn(body, 0, Math.min(beginning.length, skip + IN_SIGHT));
  for (const { snippet, snippetStart } of body) {
    if (snippet === null || snippetStart === null) continue;
    const clauses = clausesIn(body, snippetStart, snippetStart + snippet.length);
    if (clauses > most) [text, from, most] = [snippet, snippetStart, clauses];
  }
  const first = Math.min(...body.map(({ start }) => start).filter((start) => start >= from));
  if (from !== skip && first - from > BEFORE && first < from + text.length) {
    const cut = text.indexOf(" ", first - from - BEFORE) + 1;
    [text, from] = [text.slice(cut), from + cut];
  }
  const mark = from === skip ? "" : "… ";
  const end = from === skip && beginning.length >= WHOLE ? " …" : "";
  const spans = body.map(({ start, end, clause }) => ({
    start: start - from + mark.length,
    end: end - from + mark.length,
    what: clause,
  }));
  return { text: mark + text + end, spans: spans.filter(({ start }) => start >= mark.length) };
}

/** What was found in a headline. */
export function titleSpans(found: readonly Found[]): Span<string>[] {
  return found.filter(({ field }) => field === "TITLE").map(({ start, end, clause }) => ({ start, end, what: clause }));
}

/** How many different clauses lie there. */
function clausesIn(found: readonly Found[], from: number, to: number): number {
  return new Set(found.filter(({ start, end }) => start >= from && end <= to).map(({ clause }) => clause)).size;
}
