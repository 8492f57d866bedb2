import assert from "node:assert/strict";
import { test } from "node:test";
import { changedParams } from "../../../main/typescript/app/address";

const changed = (before: string, changes: Parameters<typeof changedParams>[1]) =>
  changedParams(new URLSearchParams(before), changes).toString();

test("a filter is set, changed and taken out, and others stay", () => {
  assert.equal(changed("q=a", { severity: "INFO" }), "q=a&severity=INFO");
  assert.equal(changed("q=a&severity=INFO", { q: "b" }), "q=b&severity=INFO");
  assert.equal(changed("q=a&severity=INFO", { q: null, severity: "" }), "");
});

test("a filter may have several values", () => {
  assert.equal(changed("watch=a", { watch: ["b", "c"] }), "watch=b&watch=c");
  assert.equal(changed("watch=b&watch=c", { watch: [] }), "");
});

test("the same filters have the same address, whichever was set first", () => {
  assert.equal(changed("b=1", { a: "2" }), changed("a=2", { b: "1" }));
});
