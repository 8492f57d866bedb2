import { useMemo } from "preact/hooks";
import type { ArticleInView, Field } from "../api/articles";
import { cut, type Piece } from "../ui/spans";
import { plain } from "../ui/Text";
import { type Layer, type Tag, tagsIn, textOf } from "./layers";

type Props = {
  article: ArticleInView;
  field: Field;
  shown: ReadonlySet<Layer>;
  /** Some tags have the pointer or the focus, or none has any more. */
  look: (tags: readonly Tag[], at: HTMLElement) => void;
  leave: () => void;
};

/** A text with what is tagged in it; every tag can be reached by the keyboard. */
export function Tagged({ article, field, shown, look, leave }: Props) {
  const pieces = useMemo(() => cut(textOf(article, field), tagsIn(article, field, shown)), [article, field, shown]);
  const met = new Set<string>();
  return (
    <>
      {pieces.map((piece) => {
        if (piece.over.length === 0) return plain(piece.text);
        const tags = piece.over.map(({ what }) => what);
        const begins = firstOf(piece, met);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: those that begin a tag have a role, the others lie beside them
          <span
            key={piece.start}
            class={classOf(tags)}
            id={anchorOf(piece)}
            {...(begins && { role: "button", tabIndex: 0, "aria-haspopup": "true" })}
            onMouseEnter={(event) => look(tags, event.currentTarget)}
            onMouseLeave={leave}
            onFocus={(event) => look(tags, event.currentTarget)}
            onBlur={leave}
          >
            {plain(piece.text)}
          </span>
        );
      })}
    </>
  );
}

/** Whether a mention, or the words that tell a claim, begin with this piece; a sentence as a whole takes no focus. */
function firstOf(piece: Piece<Tag>, met: Set<string>): boolean {
  let first = false;
  for (const { what } of piece.over) {
    const key = `${what.part} ${what.index}`;
    if (what.part === "sentence" || met.has(key)) continue;
    met.add(key);
    first = true;
  }
  return first;
}

function classOf(tags: readonly Tag[]): string {
  return `tag ${[...new Set(tags.map(({ layer, part }) => (part === "mention" ? layer : part)))].join(" ")}`;
}

/** The piece with which a claim's sentence begins can be gone to. */
function anchorOf(piece: Piece<Tag>): string | undefined {
  const begins = piece.over.find(({ start, what }) => what.part === "sentence" && start === piece.start);
  return begins && `claim-${begins.what.index}`;
}
