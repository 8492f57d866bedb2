import { useEffect, useState } from "preact/hooks";
import { explain, foundIn } from "../api/explain";
import { useResource } from "../api/resource";
import { Moment } from "../time/Moment";
import { excerptOf, titleSpans } from "../ui/excerpt";
import { marksIn } from "../ui/highlight";
import type { Span } from "../ui/spans";
import { Marked } from "../ui/Text";
import { count } from "../ui/words";
import type { ArticleInList } from "./types";

/** A row that is only scrolled past is not asked about. */
const REST_MILLIS = 150;

type Props = {
  article: ArticleInList;
  /** What was asked, in the watch language; empty if nothing was. */
  query: string;
  /** Words to mark as long as the server has not said what matches, or where it does not say so. */
  terms: readonly string[];
};

/** An article that was found, and where in it. */
export function Result({ article, query, terms }: Props) {
  const rests = useRest();
  const { data } = useResource(rests && query !== "" ? `${article.id} ${query}` : null, (signal) =>
    explain(article.id, { query }, signal),
  );
  const found = foundIn(data);
  const title = article.title ?? "";
  const excerpt = excerptOf(article.beginning, found, alreadySaid(article.beginning, title));
  const spans = (text: string, exact: Span<string>[]) => (exact.length > 0 ? exact : hints(text, terms));
  return (
    <article class="result">
      <h2 dir="auto">
        <a href={`/articles/${encodeURIComponent(article.id)}`}>
          {title === "" ? "Without a headline" : <Marked text={title} spans={spans(title, titleSpans(found))} />}
        </a>
      </h2>
      {excerpt.text.trim() !== "" && (
        <p class="beginning" dir="auto" lang={article.language ?? undefined}>
          <Marked text={excerpt.text} spans={spans(excerpt.text, excerpt.spans)} />
        </p>
      )}
      <p class="facts">
        <span>{article.source ?? "unknown outlet"}</span>
        <Moment at={article.acceptedAt} />
        {article.language && <span>{article.language}</span>}
        <span>{count(article.claims, "claim")}</span>
        {article.sightings > 1 && <span>{`seen ${article.sightings} times`}</span>}
        {article.alerted && <span class="badge alerted">alert</span>}
        {article.removed && <span class="badge">taken down</span>}
      </p>
    </article>
  );
}

function useRest(): boolean {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRests(true), REST_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  return rests;
}

function hints(text: string, terms: readonly string[]): Span<string>[] {
  return marksIn(text, terms).map(([start, end]) => ({ start, end, what: text.slice(start, end) }));
}

/** Where an article has no headline of its own its beginning is one: so much of it need not be said twice. */
function alreadySaid(beginning: string, title: string): number {
  if (title === "" || !beginning.startsWith(title) || /^\p{L}/u.test(beginning.slice(title.length))) return 0;
  return title.length + (/^[\s.,;:!?…–—-]*/u.exec(beginning.slice(title.length))?.[0].length ?? 0);
}
