import { diffWordsWithSpace } from "diff";
import type { Change } from "./draft";

const NAMES: Record<string, string> = {
  validFrom: "valid from",
  validUntil: "valid until",
  quietHours: "quiet hours",
};

/** What was changed, part by part: what is gone struck out, what came underlined. */
export function Differences({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p class="muted">Nothing is different.</p>;
  return (
    <dl class="watch-changes">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{NAMES[field] ?? field}</dt>
          <dd class={field === "query" || field === "examples" ? "mono" : ""}>
            {pieces(before, after).map(({ at, kind, text }) =>
              kind === "gone" ? (
                <del key={at}>{text}</del>
              ) : kind === "new" ? (
                <ins key={at}>{text}</ins>
              ) : (
                <span key={at}>{text}</span>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function pieces(before: string, after: string) {
  let at = 0;
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    at += value.length;
    return {
      at: `${at}${added ? "+" : removed ? "-" : ""}`,
      kind: removed ? "gone" : added ? "new" : "same",
      text: value,
    };
  });
}
