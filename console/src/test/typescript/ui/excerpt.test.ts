import assert from "node:assert/strict";
import { test } from "node:test";
import type { Found } from "../../../main/typescript/api/explain";
import { excerptOf, titleSpans } from "../../../main/typescript/ui/excerpt";

const FILLER = "Nothing of note was said about it for quite a while. ".repeat(6);
const SENTENCE = "Late in the evening a convoy crossed the bridge.";
const TEXT = `A convoy left. ${FILLER}${SENTENCE} It rained.`;

function found(word: string, from = 0, field: Found["field"] = "BODY"): Found {
  const start = TEXT.indexOf(word, from);
  const at = TEXT.indexOf(SENTENCE);
  const inside = start >= at;
  return {
    clause: word,
    field,
    start,
    end: start + word.length,
    words: word,
    snippet: inside ? SENTENCE : "A convoy left.",
    snippetStart: inside ? at : 0,
  };
}

const marked = (excerpt: ReturnType<typeof excerptOf>) =>
  excerpt.spans.map(({ start, end }) => excerpt.text.slice(start, end));

test("the beginning is shown where it has all that was found", () => {
  const excerpt = excerptOf(TEXT.slice(0, 300), [found("convoy")]);
  assert.equal(excerpt.text, `${TEXT.slice(0, 300)} …`);
  assert.deepEqual(marked(excerpt), ["convoy"]);
});

test("a sentence further on is shown where it has more of it", () => {
  const further = TEXT.indexOf(SENTENCE);
  const excerpt = excerptOf(TEXT.slice(0, 300), [found("convoy"), found("convoy", further), found("bridge")]);
  assert.equal(excerpt.text, `… ${SENTENCE}`);
  assert.deepEqual(marked(excerpt), ["convoy", "bridge"]);
});

test("a long sentence begins shortly before what was found in it", () => {
  const long = `${"word ".repeat(60)}bridge and more`;
  const start = long.indexOf("bridge");
  const match = { ...found("bridge"), start: 1000 + start, end: 1006 + start, snippet: long, snippetStart: 1000 };
  const excerpt = excerptOf("Something else.", [match]);
  assert.ok(excerpt.text.startsWith("… word") && excerpt.text.length < 120, excerpt.text);
  assert.deepEqual(marked(excerpt), ["bridge"]);
});

test("what stands above the beginning already is not repeated, and moves what is marked in the rest", () => {
  const excerpt = excerptOf(TEXT.slice(0, 200), [found("convoy"), found("left")], 9);
  assert.equal(excerpt.text, TEXT.slice(9, 200));
  assert.deepEqual(marked(excerpt), ["left"]);
});

test("clauses about the article, and those of a text that may not be shown, mark nothing", () => {
  const about = { ...found("convoy"), end: found("convoy").start, snippet: null, snippetStart: null };
  assert.deepEqual(excerptOf("", [about]), { text: "", spans: [] });
  assert.deepEqual(titleSpans([{ ...found("convoy"), field: "TITLE" }]), [{ start: 2, end: 8, what: "convoy" }]);
});
