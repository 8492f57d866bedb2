import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArticleInView, Claim, Mention } from "../../../main/typescript/api/articles";
import { counts, LAYERS, namesOf, tagsIn, when, whoSays } from "../../../main/typescript/article/layers";

const TEXT = "Kyiv's mayor said on Monday that Sumy was hit.";

const mention = (text: string, kind: Mention["kind"], name: string | null): Mention => ({
  field: "BODY",
  start: TEXT.indexOf(text),
  end: TEXT.indexOf(text) + text.length,
  text,
  kind,
  type: "",
  entityId: null,
  name,
  confidence: 1,
  alias: null,
  rule: null,
  country: null,
  alternatives: [],
  context: null,
});

const claim = (more: Partial<Claim>): Claim => ({
  field: "BODY",
  start: 0,
  end: TEXT.length,
  type: "AIR_DRONE_STRIKE",
  subtype: null,
  modality: "ASSERTED",
  background: false,
  whenFrom: null,
  whenTo: null,
  whenWords: null,
  confidence: 1,
  triggerStart: TEXT.indexOf("hit"),
  triggerEnd: TEXT.indexOf("hit") + 3,
  sourceStart: null,
  sourceEnd: null,
  sourceMention: null,
  actors: [],
  places: [],
  rule: null,
  ...more,
});

const article = (claims: Claim[]): ArticleInView => ({
  article: {
    id: "a",
    title: "Sumy",
    text: TEXT,
    url: null,
    source: null,
    author: null,
    language: "en",
    publishedAt: null,
    marks: [],
    origin: null,
    revision: 1,
  },
  acceptedAt: "2026-01-01T00:00:00Z",
  language: "en",
  mentions: [mention("Kyiv", "PLACE", "Kyiv"), mention("mayor", "ACTOR", null), mention("Sumy", "PLACE", "Sumy")],
  claims,
  truncated: [],
  alerted: false,
  removed: false,
  history: null,
});

const cutOut = (spans: { start: number; end: number }[]) => spans.map(({ start, end }) => TEXT.slice(start, end));

test("mentions and claims become spans, the words of a claim beside its sentence", () => {
  const spans = tagsIn(article([claim({})]), "BODY", new Set(LAYERS));
  assert.deepEqual(cutOut(spans), ["Kyiv", "mayor", "Sumy", TEXT, "hit"]);
});

test("a kind that is switched off has no spans", () => {
  assert.deepEqual(cutOut(tagsIn(article([claim({})]), "BODY", new Set(["actor"]))), ["mayor"]);
  assert.deepEqual(tagsIn(article([claim({})]), "TITLE", new Set(LAYERS)), []);
});

test("who makes a claim is the name that is meant, else the words, else the outlet itself", () => {
  const said = article([]);
  assert.equal(whoSays(said, claim({ sourceMention: 0 })), "Kyiv");
  assert.equal(whoSays(said, claim({ sourceStart: 0, sourceEnd: 12 })), "Kyiv's mayor");
  assert.equal(whoSays(said, claim({})), null);
});

test("when it happened is told in words and days", () => {
  assert.equal(when(claim({})), null);
  assert.equal(
    when(claim({ whenWords: "on Monday", whenFrom: "2026-11-23", whenTo: "2026-11-23" })),
    "on Monday (2026-11-23)",
  );
  assert.equal(when(claim({ whenFrom: "2026-11-20", whenTo: "2026-11-23" })), "2026-11-20 to 2026-11-23");
});

test("names come once, and a mention that is gone is no reason to fail", () => {
  assert.deepEqual(namesOf(article([]), [0, 2, 0, 99]), ["Kyiv", "Sumy"]);
  assert.deepEqual(counts(article([claim({})])), { actor: 1, place: 2, claim: 1 });
});
