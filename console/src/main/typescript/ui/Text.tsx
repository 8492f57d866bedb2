import type { ComponentChild } from "preact";
import { parts } from "./hidden";
import { cut, type Span } from "./spans";

/** Text of somebody else: data, never markup; what would be invisible in it is shown. */
export function plain(text: string): ComponentChild[] {
  return parts(text).map(({ text: part, hidden }, index) =>
    hidden === null ? (
      part
    ) : (
      <span class="hidden-character" title={hidden.name} key={index}>
        {hidden.short}
      </span>
    ),
  );
}

/** The same in a line of our own words: its direction does not leak out of it. */
export function Text({ children }: { children: string | null | undefined }) {
  return <bdi>{plain(children ?? "")}</bdi>;
}

/** A text with what matched in it marked. */
export function Marked({ text, spans }: { text: string; spans: readonly Span<string>[] }) {
  return (
    <bdi>
      {cut(text, spans).map(({ start, text: piece, over }) =>
        over.length === 0 ? (
          plain(piece)
        ) : (
          <mark key={start} title={over.map(({ what }) => what).join("\n")}>
            {plain(piece)}
          </mark>
        ),
      )}
    </bdi>
  );
}
