import assert from "node:assert/strict";
import { test } from "node:test";
import { StringStream } from "@codemirror/language";
import { watchParser } from "../../../main/typescript/watches/language";

/** The pieces of a query that have a colour, line by line. */
function pieces(...lines: string[]): [string, string][] {
  const state = watchParser.startState?.(2);
  const found: [string, string][] = [];
  for (const line of lines) {
    const stream = new StringStream(line, 4, 2);
    while (!stream.eol()) {
      stream.start = stream.pos;
      const kind = watchParser.token(stream, state as never);
      assert.ok(stream.pos > stream.start, `it goes on at ${stream.pos} of ${line}`);
      if (kind !== null) found.push([stream.current(), kind]);
    }
  }
  return found;
}

test("operators are upper case; the same words in lower case are words", () => {
  assert.deepEqual(pieces("a AND b or NOT NEAR/5 ANDROID"), [
    ["AND", "operator"],
    ["NOT", "operator"],
    ["NEAR/5", "operator"],
  ]);
});

test("fields and their values", () => {
  assert.deepEqual(pieces('actor:"1st Guards" =place:Kherson[confidence>=0.8] killed>=10'), [
    ["actor:", "field"],
    ['"1st Guards"', "phrase"],
    ["=place:", "field"],
    ["Kherson", "value"],
    ["[confidence>=0.8]", "number"],
    ["killed", "field"],
    [">=", "comparison"],
    ["10", "number"],
  ]);
});

test("a phrase goes on in the next line, and an expression ends at its slash", () => {
  assert.deepEqual(pieces('"supply', 'routes" tank'), [
    ['"supply', "phrase"],
    ['routes"', "phrase"],
  ]);
  assert.deepEqual(pieces(String.raw`/a\/b/ x`), [[String.raw`/a\/b/`, "regex"]]);
});

test("calls, weights and wildcards", () => {
  assert.deepEqual(pieces("SCORE(3*tank suppl*) >= 5"), [
    ["SCORE", "call"],
    ["(", "paren"],
    ["3*", "number"],
    ["suppl*", "wildcard"],
    [")", "paren"],
    [">=", "comparison"],
    ["5", "number"],
  ]);
});

test("whatever is written, every letter is passed", () => {
  for (const odd of ['= ) ( " / [', '="', "a:b:c", "\\ ^ ~ {}", "place:)", "„x“", "NEAR/", "<>="]) pieces(odd);
});
