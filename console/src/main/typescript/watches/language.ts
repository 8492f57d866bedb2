import { StreamLanguage, type StreamParser, type StringStream } from "@codemirror/language";
import { tags } from "@lezer/highlight";

/** What the reader is inside of when a line ends. */
type State = { open: "" | "phrase" | "regex"; value: boolean };

const QUOTE = /["“”„]/;
const PHRASE_REST = /[^"“”„]*/;
/** A run ends at white space, a parenthesis, a quotation mark or a comma, as in the server's lexer. */
const RUN = /[^\s()"“”„,]+/;
const VALUE = /[^\s()"“”„,[]+/;
const NAME = /=?[A-Za-z][A-Za-z.-]*:/;
const CALL = /[A-Za-z][A-Za-z.-]*(?=\()/;
const COMPARED = /[A-Za-z][A-Za-z.-]*(?=\s*[<>=])/;
const OPERATOR = /(?:AND|OR|NOT)(?![^\s()"“”„,])|(?:NEAR|THEN|ATLEAST)\/\d+(?![^\s()"“”„,])/;
const COMPARISON = /[<>]=?|=/;
const NUMBER = /-?\d[\d.,]*(?:ms|km|mi|[smhdw])?(?![^\s()"“”„,*])/;
const WEIGHT = /-?\d+(?:\.\d+)?\*(?=[^\s)])/;

/** The watch language, line by line: it colours, the server alone decides what is right. */
export const watchParser: StreamParser<State> = {
  name: "watch",
  startState: () => ({ open: "", value: false }),
  copyState: (state) => ({ ...state }),
  token(stream, state) {
    if (state.open !== "") return within(stream, state);
    if (stream.eatSpace()) {
      state.value = false;
      return null;
    }
    if (state.value) {
      state.value = false;
      if (stream.match(VALUE)) return "value";
      if (stream.match(QUOTE)) return phrase(stream, state);
    }
    if (stream.match(QUOTE) || stream.match(/=(?=["“”„])/)) return phrase(stream, state);
    if (stream.match(/[()]/)) return "paren";
    if (stream.match(/\[[^\]]*\]?/)) return "number";
    if (stream.match(",")) return "separator";
    if (stream.eat("/")) {
      state.open = "regex";
      return within(stream, state);
    }
    if (stream.match(OPERATOR)) return "operator";
    if (stream.match(NAME)) {
      state.value = true;
      return "field";
    }
    if (stream.match(CALL)) return "call";
    if (stream.match(COMPARED)) return "field";
    if (stream.match(WEIGHT) || stream.match(NUMBER)) return "number";
    if (stream.match(COMPARISON)) return "comparison";
    if (stream.match(RUN)) return /[*?]/.test(stream.current()) ? "wildcard" : null;
    stream.next();
    return null;
  },
  tokenTable: {
    operator: tags.logicOperator,
    comparison: tags.compareOperator,
    field: tags.propertyName,
    value: tags.atom,
    call: tags.keyword,
    phrase: tags.string,
    regex: tags.regexp,
    wildcard: tags.special(tags.string),
    number: tags.number,
    paren: tags.paren,
    separator: tags.separator,
  },
};

function phrase(stream: StringStream, state: State): string {
  stream.match(/["“”„]/);
  state.open = "phrase";
  return within(stream, state);
}

function within(stream: StringStream, state: State): string {
  const kind = state.open;
  stream.match(kind === "phrase" ? PHRASE_REST : /(?:[^/\\]|\\.)*/);
  if (stream.next() !== undefined) state.open = "";
  return kind;
}

export const watchLanguage = StreamLanguage.define(watchParser);
