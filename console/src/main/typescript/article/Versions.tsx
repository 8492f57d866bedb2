import type { ArticleInView } from "../api/articles";
import { Moment } from "../time/Moment";
import { Text } from "../ui/Text";
import { lower } from "../ui/words";

/** Who had the article, and how it changed since. */
export function Versions({ article }: { article: ArticleInView }) {
  const revisions = article.history?.revisions ?? [];
  const sightings = article.history?.sightings ?? [];
  return (
    <ul class="plain-list">
      {[...revisions].reverse().map(({ number, at, changed }) => (
        <li key={number}>
          <Moment at={at} /> version {number}: <Text>{changed.map(lower).join(", ") || "changed"}</Text>
        </li>
      ))}
      {sightings.map(({ sourceId, source, at }) => (
        <li key={`${sourceId} ${at}`}>
          <Moment at={at} /> seen at <Text>{source ?? sourceId}</Text>
        </li>
      ))}
      <li>
        <Moment at={article.acceptedAt} /> accepted
        {revisions.length === 0 && <span class="muted">; unchanged since</span>}
      </li>
    </ul>
  );
}
