import assert from "node:assert/strict";
import { test } from "node:test";
import { parts } from "../../../main/typescript/ui/hidden";

const shown = (text: string) =>
  parts(text)
    .map(({ text: part, hidden }) => (hidden === null ? part : `<${hidden.short}>`))
    .join("");

test("what would turn the reading direction around is shown", () => {
  assert.equal(shown("abc\u202Edef\u202C"), "abc<RLO>def<PDF>");
  assert.equal(shown("\u2067x\u2069"), "<RLI>x<PDI>");
});

test("control characters are shown, line feeds and tabs are text", () => {
  assert.equal(shown("a\u0007b\u0000\tc\nd"), "a<U+0007>b<U+0000>\tc\nd");
});

test("joiners that scripts need stay what they are", () => {
  assert.equal(shown("می\u200Cخواهم"), "می\u200Cخواهم");
});

test("markup is text like any other", () => {
  assert.deepEqual(parts("<script>x</script>"), [{ text: "<script>x</script>", hidden: null }]);
});
