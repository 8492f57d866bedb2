/** What can stand where somebody writes. */
export type Place = {
  /** What to ask for: a sort of `/api/suggest`, a word of a fixed list, or a field or operator. */
  of: "actor" | "place" | "claim" | "source" | "fixed" | "term";
  /** The fixed list, if it is one. */
  words?: readonly string[];
  /** Where what was written so far begins. */
  from: number;
  /** What was written so far, without its quotation mark. */
  prefix: string;
  /** Whether it stands between the parentheses of claim( ). */
  inClaim: boolean;
};

const ACTOR_TYPES = [
  "PERSON",
  "GOVERNMENT",
  "ARMED_FORCE",
  "MILITARY_UNIT",
  "ARMED_GROUP",
  "AGENCY",
  "ORGANISATION",
  "PARTY",
  "MEDIA",
  "COMPANY",
  "GROUP",
];

const FIXED: Record<string, readonly string[]> = {
  modality: ["ASSERTED", "DENIED", "POSSIBLE", "FUTURE", "CONDITIONAL"],
  background: ["yes", "no"],
  "actor.type": ACTOR_TYPES,
  "agent.type": ACTOR_TYPES,
  "target.type": ACTOR_TYPES,
};

const ASKED: Record<string, Place["of"]> = {
  actor: "actor",
  agent: "actor",
  target: "actor",
  by: "actor",
  "said-by": "actor",
  place: "place",
  claim: "claim",
  type: "claim",
  source: "source",
};

const VALUE = /=?([A-Za-z][A-Za-z.-]*):(?:\((?:[^()]*[\s,])?)?("[^"]*|[^\s"“”„(),[\]]*)$/;
const TERM = /[A-Za-z][A-Za-z.-]*$/;

/** What can stand at that offset; null where only the writer knows. */
export function placeAt(query: string, offset: number): Place | null {
  const before = query.slice(0, offset);
  const { open, calls } = surroundings(before);
  const inClaim = calls.includes("claim");
  const value = VALUE.exec(before);
  if (value) {
    const [, name = "", written = ""] = value;
    // a quotation mark in front of the name means that it is no field but part of a phrase
    if (open === null || open === offset - written.length) {
      const field = name.toLowerCase().replace(/^claim\./, "");
      const at = { from: offset - written.length, prefix: written.replace(/^"/, ""), inClaim };
      const words = FIXED[field];
      if (words) return { of: "fixed", words, ...at };
      const of = ASKED[field];
      return of === undefined ? null : { of, ...at };
    }
  }
  if (open !== null) return null;
  const term = TERM.exec(before)?.[0] ?? "";
  const behind = before.slice(0, before.length - term.length);
  if (behind !== "" && !/[\s(,*]$/.test(behind)) return null;
  return { of: "term", from: offset - term.length, prefix: term, inClaim };
}

/** Where the phrase or expression begins that is open at the end, and which calls are open around it. */
function surroundings(text: string): { open: number | null; calls: string[] } {
  const calls: string[] = [];
  let open: number | null = null;
  let sign = "";
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at);
    if (open !== null) {
      if (c === "\\" && sign === "/") at++;
      else if (sign === "/" ? c === "/" : /["“”„]/.test(c)) open = null;
    } else if (/["“”„]/.test(c)) {
      open = at;
      sign = '"';
    } else if (c === "/" && (at === 0 || /[\s(]/.test(text.charAt(at - 1)))) {
      open = at;
      sign = "/";
    } else if (c === "(") {
      calls.push(/[A-Za-z]+$/.exec(text.slice(0, at))?.[0] ?? "");
    } else if (c === ")") {
      calls.pop();
    }
  }
  return { open, calls };
}

/** What closes the parentheses and quotation marks that a text opens. */
export function closing(text: string): string {
  let quoted = false;
  const open: string[] = [];
  for (const c of text) {
    if (c === '"') quoted = !quoted;
    else if (!quoted && c === "(") open.push(")");
    else if (!quoted && c === ")") open.pop();
  }
  return (quoted ? '"' : "") + open.reverse().join("");
}
