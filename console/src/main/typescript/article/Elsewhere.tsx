import { useState } from "preact/hooks";
import type { ArticleInStory, ArticleInView } from "../api/articles";
import { get } from "../api/client";
import { useResource } from "../api/resource";
import type { Page } from "../api/types";
import { Moment } from "../time/Moment";
import { Text } from "../ui/Text";
import { Differences } from "./Differences";

/** The same story as others tell it, and how their words differ. */
export function Elsewhere({ article, storyId }: { article: ArticleInView; storyId: string }) {
  const [compared, setCompared] = useState<string | null>(null);
  const { data, error, loading } = useResource(`articles of ${storyId}`, (signal) =>
    get<Page<ArticleInStory>>("/api/articles", { story: storyId, limit: 50 }, signal),
  );
  const others = (data?.items ?? []).filter(({ id }) => id !== article.article.id);
  if (error) return <p class="problem">{error.message}</p>;
  if (loading && !data) return <p class="muted">Looking …</p>;
  if (others.length === 0) return <p class="muted">Nobody else has told it yet.</p>;
  return (
    <ul class="plain-list elsewhere">
      {others.map((other) => (
        <li key={other.id}>
          <a href={`/articles/${encodeURIComponent(other.id)}`}>
            <Text>{other.title ?? other.id}</Text>
          </a>
          <span class="muted">
            <Text>{other.source ?? "unknown outlet"}</Text> · <Moment at={other.acceptedAt} />
          </span>
          <button
            type="button"
            class="plain"
            aria-expanded={compared === other.id}
            onClick={() => setCompared(compared === other.id ? null : other.id)}
          >
            {compared === other.id ? "Hide" : "Compare"}
          </button>
          {compared === other.id && <Differences from={article.article.text} otherId={other.id} />}
        </li>
      ))}
      {data?.next && (
        <li>
          <a href={`/alerts?story=${encodeURIComponent(storyId)}`}>Alerts of the story</a>
        </li>
      )}
    </ul>
  );
}
