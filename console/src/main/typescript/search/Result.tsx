import { Moment } from "../time/Moment";
import { Highlighted } from "../ui/highlight";
import type { ArticleInList } from "./types";

/** An article that was found. */
export function Result({ article, terms }: { article: ArticleInList; terms: readonly string[] }) {
  const title = article.title ?? "";
  const beginning = withoutTitle(article.beginning, title);
  return (
    <article class="result">
      <h2 dir="auto">
        <a href={`/articles/${encodeURIComponent(article.id)}`}>
          {title === "" ? "Without a headline" : <Highlighted text={title} terms={terms} />}
        </a>
      </h2>
      {beginning.trim() !== "" && (
        <p class="beginning" dir="auto" lang={article.language ?? undefined}>
          <Highlighted text={beginning} terms={terms} />
        </p>
      )}
      <p class="facts">
        <span>{article.source ?? "unknown outlet"}</span>
        <Moment at={article.acceptedAt} />
        {article.language && <span>{article.language}</span>}
        <span>{`${article.claims} ${article.claims === 1 ? "claim" : "claims"}`}</span>
        {article.sightings > 1 && <span>{`seen ${article.sightings} times`}</span>}
        {article.alerted && <span class="badge alerted">alert</span>}
        {article.removed && <span class="badge">taken down</span>}
      </p>
    </article>
  );
}

/** Where an article has no headline of its own its beginning is one; there it need not be said twice. */
function withoutTitle(beginning: string, title: string): string {
  if (title === "" || !beginning.startsWith(title)) return beginning;
  const rest = beginning.slice(title.length);
  return /^\p{L}/u.test(rest) ? beginning : rest;
}
