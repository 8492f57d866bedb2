import { useEffect, useState } from "preact/hooks";
import type { ArticleInView } from "../api/articles";
import { get } from "../api/client";
import { plain } from "../ui/Text";

type Change = { value: string; added: boolean; removed: boolean };

/** Longer texts are compared by lines: by words that would take long. */
const BY_WORDS_UP_TO = 40_000;

/** How the words of another article differ from these. */
export function Differences({ from, otherId }: { from: string; otherId: string }) {
  const [changes, setChanges] = useState<readonly Change[] | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const control = new AbortController();
    const compare = async () => {
      const [{ diffLines, diffWordsWithSpace }, other] = await Promise.all([
        import("diff"),
        get<ArticleInView>(`/api/articles/${encodeURIComponent(otherId)}`, undefined, control.signal),
      ]);
      const to = other.article.text;
      const found = from.length + to.length > BY_WORDS_UP_TO ? diffLines(from, to) : diffWordsWithSpace(from, to);
      if (!control.signal.aborted) setChanges(found);
    };
    compare().catch((error: unknown) => {
      if (!control.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    });
    return () => control.abort();
  }, [from, otherId]);
  if (problem !== "") return <p class="problem">{problem}</p>;
  if (changes === null) return <p class="muted">Comparing …</p>;
  if (changes.every(({ added, removed }) => !added && !removed)) return <p class="muted">The same, word for word.</p>;
  return (
    <div class="differences">
      <p class="muted">
        <del>here only</del> <ins>there only</ins>
      </p>
      <p dir="auto">
        {changes.map(({ value, added, removed }, index) =>
          added ? (
            <ins key={`${index}+`}>{plain(value)}</ins>
          ) : removed ? (
            <del key={`${index}-`}>{plain(value)}</del>
          ) : (
            plain(value)
          ),
        )}
      </p>
    </div>
  );
}
