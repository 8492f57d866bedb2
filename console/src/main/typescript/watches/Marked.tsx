export type Range = { start: number; end: number };
export type Part = { text: string; marked: boolean };

/** A text cut where marks begin and end; what lies beyond it is left out, and ranges that overlap are one. */
export function parts(text: string, ranges: readonly Range[]): Part[] {
  const sorted = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const result: Part[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    const last = result.at(-1);
    if (from > at || last === undefined) {
      if (from > at) result.push({ text: text.slice(at, from), marked: false });
      result.push({ text: text.slice(from, end), marked: true });
    } else if (last.marked) {
      last.text += text.slice(from, end);
    }
    at = end;
  }
  if (at < text.length || result.length === 0) result.push({ text: text.slice(at), marked: false });
  return result;
}

/** A text with marks on it. */
export function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  let at = 0;
  return (
    <>
      {parts(text, ranges).map(({ text: part, marked }) => {
        const key = at;
        at += part.length;
        return marked ? <mark key={key}>{part}</mark> : <span key={key}>{part}</span>;
      })}
    </>
  );
}
