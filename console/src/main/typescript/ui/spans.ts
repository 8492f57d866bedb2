/** A stretch of a text that means something; offsets count UTF-16 units, as strings here do. */
export type Span<T> = { start: number; end: number; what: T };

/** A piece of a text and all spans that cover it, the longest first and so the innermost last. */
export type Piece<T> = { start: number; end: number; text: string; over: readonly Span<T>[] };

/**
 * Cuts a text wherever a span begins or ends, so that overlapping spans can be shown without being nested.  The pieces put together
 * are the text.  Spans are cut to the text; those without any text are left out; none begins or ends between two halves of a character.
 */
export function cut<T>(text: string, spans: readonly Span<T>[]): Piece<T>[] {
  const whole = spans.map((span) => within(text, span)).filter((span) => span.start < span.end);
  const edges = new Set([0, text.length]);
  for (const { start, end } of whole) edges.add(start).add(end);
  const at = [...edges].sort((a, b) => a - b);
  const opening = [...whole].sort((a, b) => a.start - b.start);
  const pieces: Piece<T>[] = [];
  let open: Span<T>[] = [];
  let next = 0;
  for (let edge = 0; edge + 1 < at.length; edge++) {
    const [start, end] = [at[edge] as number, at[edge + 1] as number];
    open = open.filter((span) => span.end > start);
    for (; next < opening.length && (opening[next] as Span<T>).start <= start; next++)
      open.push(opening[next] as Span<T>);
    const over = [...open].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    pieces.push({ start, end, text: text.slice(start, end), over });
  }
  return pieces;
}

function within<T>(text: string, span: Span<T>): Span<T> {
  return { start: whole(text, span.start, -1), end: whole(text, span.end, 1), what: span.what };
}

/** An offset that does not lie between the halves of a surrogate pair. */
function whole(text: string, offset: number, move: -1 | 1): number {
  const at = Math.max(0, Math.min(text.length, offset));
  const split = at > 0 && at < text.length && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));
  return split ? at + move : at;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
