import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, filterOf, isLive, needsServer, passes, queryOf } from "../../../main/typescript/alerts/filters";
import { alert } from "./sample";

test("a filter survives its address", () => {
  const filter = filterOf({ watch: "floods", severity: "CRITICAL,WARNING", place: "Kharkiv", unknown: "x" });
  const address = addressOf(filter);
  assert.equal(address, "?watch=floods&severity=CRITICAL%2CWARNING&place=Kharkiv");
  assert.deepEqual(filterOf(Object.fromEntries(new URLSearchParams(address))), filter);
  assert.equal(addressOf(filterOf({})), "");
});

test("several severities are asked for one by one", () => {
  assert.deepEqual(queryOf(filterOf({ severity: "CRITICAL,INFO" })).severity, ["CRITICAL", "INFO"]);
});

test("an alert that comes passes what the page can tell", () => {
  const came = alert("1", "s", 1, { severity: "WARNING" });
  assert.ok(passes(came, filterOf({})));
  assert.ok(passes(came, filterOf({ severity: "CRITICAL,WARNING", watch: "w", status: "OPEN" })));
  assert.ok(!passes(came, filterOf({ severity: "CRITICAL" })));
  assert.ok(!passes(came, filterOf({ watch: "v" })));
  assert.ok(!passes(came, filterOf({ status: "REJECTED" })));
});

test("places, words and claims are for the server, and a time in the past is not live", () => {
  assert.ok(needsServer(filterOf({ place: "Kharkiv" })));
  assert.ok(needsServer(filterOf({ q: "bridge" })));
  assert.ok(!needsServer(filterOf({ watch: "w", from: "-1d" })));
  assert.ok(!isLive(filterOf({ to: "2026-01-01" })));
});
