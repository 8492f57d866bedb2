import assert from "node:assert/strict";
import { test } from "node:test";
import { webAddress } from "../../../main/typescript/ui/link";

test("only addresses of the web become links", () => {
  assert.equal(webAddress("https://news.example/a?b=1"), "https://news.example/a?b=1");
  for (const bad of ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "/etc", "", null, undefined]) {
    assert.equal(webAddress(bad), null);
  }
});
