import assert from "node:assert/strict";
import { test } from "node:test";
import { cut } from "../../../main/typescript/ui/spans";

const shown = (text: string, spans: [number, number, string][]) =>
  cut(
    text,
    spans.map(([start, end, what]) => ({ start, end, what })),
  ).map(({ text: piece, over }) => `${piece}[${over.map(({ what }) => what).join(" ")}]`);

test("a text without spans is one piece", () => {
  assert.deepEqual(shown("quiet", []), ["quiet[]"]);
});

test("overlapping spans are cut where one begins or ends", () => {
  assert.deepEqual(
    shown("abcdef", [
      [0, 4, "x"],
      [2, 6, "y"],
    ]),
    ["ab[x]", "cd[x y]", "ef[y]"],
  );
});

test("of spans in one another the innermost comes last", () => {
  assert.deepEqual(
    shown("abcdef", [
      [2, 3, "in"],
      [0, 6, "out"],
    ]),
    ["ab[out]", "c[out in]", "def[out]"],
  );
});

test("spans beyond the text are cut to it, and empty ones left out", () => {
  assert.deepEqual(
    shown("abc", [
      [-4, 1, "x"],
      [2, 99, "y"],
      [1, 1, "none"],
      [7, 9, "gone"],
    ]),
    ["a[x]", "b[]", "c[y]"],
  );
});

test("offsets are UTF-16 units, and no character is torn apart", () => {
  const text = "a\u{1F6F0}b";
  assert.deepEqual(shown(text, [[1, 3, "sign"]]), ["a[]", "\u{1F6F0}[sign]", "b[]"]);
  assert.deepEqual(shown(text, [[2, 4, "late"]]), ["a[]", "\u{1F6F0}b[late]"]);
});

test("the pieces put together are the text, whatever the spans", () => {
  const text = "Officials in Kharkiv \u{1F6F0} said — שלום — all is quiet";
  for (let seed = 1; seed < 300; seed++) {
    const at = (n: number) => ((seed * 7919 * n) % (text.length + 6)) - 3;
    const spans = Array.from({ length: seed % 9 }, (_, n) => ({ start: at(n + 1), end: at(n + 2) + 5, what: n }));
    const pieces = cut(text, spans);
    assert.equal(pieces.map((piece) => piece.text).join(""), text);
    for (const { start, end, over } of pieces) {
      for (const span of over) assert.ok(span.start <= start && end <= span.end);
    }
  }
});
