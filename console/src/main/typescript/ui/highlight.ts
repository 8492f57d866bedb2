/** Fields of the watch language whose value stands in the text. */
const IN_TEXT = new Set(["title", "body", "place", "actor", "by", "agent", "target", "said-by"]);
const OPERATOR = /^(?:AND|OR|NOT|(?:NEAR|THEN|ATLEAST)(?:\/\d+)?|SENTENCE|PARAGRAPH|SCORE|COUNT|RADIUS|BBOX|Cs|claim)$/;
const TOKEN = /(-|NOT\s+)?(?:([\w.-]+):)?(?:"([^"]*)"|([^\s()",|]+))/gu;

/** The words of a question that may stand in what it finds: none that must not be there, no operators, no numbers. */
export function termsOf(question: string): string[] {
  const terms: string[] = [];
  const plain = question.replaceAll(/\b(?:RADIUS|BBOX)\([^)]*\)/g, " ").replaceAll(/([\w.-]+):\(/g, "(");
  for (const [, not, field, phrase, word] of plain.matchAll(TOKEN)) {
    if (not !== undefined || (field !== undefined && !IN_TEXT.has(field))) continue;
    const term = (phrase ?? word ?? "").replace(/^[=#+]+/, "").replace(/\[.*$/, "");
    if (phrase === undefined && (OPERATOR.test(term) || term.startsWith("/") || /[<>:]/.test(term))) continue;
    if (/\p{L}{2}|\d{3}/u.test(term) && !terms.includes(term)) terms.push(term);
  }
  return terms;
}

/**
 * What to mark in a text, first to last: where a term stands, in about any form of it.  A hint for the eye: the server decides
 * by stems of the article's language.
 */
export function marksIn(text: string, terms: readonly string[]): [start: number, end: number][] {
  const patterns = terms.map(pattern).filter((source) => source !== "");
  if (patterns.length === 0) return [];
  const found = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "giu"));
  return [...found].map((match) => [match.index, match.index + match[0].length]);
}

function pattern(term: string): string {
  return term
    .split(/[^\p{L}\p{N}*?]+/u)
    .filter((word) => word !== "")
    .map(anyForm)
    .join("[^\\p{L}\\p{N}]+");
}

function anyForm(word: string): string {
  if (/[*?]/.test(word)) return word.replaceAll("*", "[\\p{L}\\p{N}]*").replaceAll("?", "[\\p{L}\\p{N}]");
  const stem = word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing|y|e)$/iu, "") : word;
  return `${stem.length < 3 ? word : stem}(?:\\p{L}{0,3})`;
}
