/** A part of a text: as it is, or a character that would not be seen and could deceive. */
export type Part = { text: string; hidden: null } | { text: string; hidden: { short: string; name: string } };

const NAMES: Record<number, [string, string]> = {
  173: ["SHY", "soft hyphen"],
  1564: ["ALM", "Arabic letter mark"],
  8203: ["ZWSP", "zero width space"],
  8206: ["LRM", "left-to-right mark"],
  8207: ["RLM", "right-to-left mark"],
  8234: ["LRE", "left-to-right embedding"],
  8235: ["RLE", "right-to-left embedding"],
  8236: ["PDF", "pop directional formatting"],
  8237: ["LRO", "left-to-right override"],
  8238: ["RLO", "right-to-left override"],
  8288: ["WJ", "word joiner"],
  8294: ["LRI", "left-to-right isolate"],
  8295: ["RLI", "right-to-left isolate"],
  8296: ["FSI", "first strong isolate"],
  8297: ["PDI", "pop directional isolate"],
  65279: ["BOM", "zero width no-break space"],
};

// tab and line feed are text; joiners (200C, 200D) belong to Persian, Hindi and emoji
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Takes a text apart at its control characters and those that steer direction, so that they can be shown rather than obeyed. */
export function parts(text: string): Part[] {
  const found: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index), hidden: null });
    from = match.index + match[0].length;
    if (match[0] !== "\r") found.push({ text: match[0], hidden: called(match[0].charCodeAt(0)) });
  }
  if (from < text.length) found.push({ text: text.slice(from), hidden: null });
  return found;
}

function called(code: number): { short: string; name: string } {
  const point = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const [short, name] = NAMES[code] ?? [point, "control character"];
  return { short, name: `${point} ${name}` };
}
