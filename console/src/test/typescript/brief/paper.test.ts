import assert from "node:assert/strict";
import { test } from "node:test";
import { asMarkdown, plain } from "../../../main/typescript/brief/markdown";
import { paperOf, withLine, withoutLine, withoutSection, withText } from "../../../main/typescript/brief/paper";
import type { Brief, BriefClaim } from "../../../main/typescript/brief/types";

const claim = (changes: Partial<BriefClaim> = {}): BriefClaim => ({
  at: "2026-11-23T06:05:00Z",
  type: "WITHDRAWAL",
  subtype: null,
  text: "Troops left\n the town.",
  who: "General Staff",
  how: "ASSERTED",
  when: "on Monday",
  place: "Kherson",
  placeId: "geo:1",
  country: "UA",
  alertIds: ["a1"],
  articles: [{ id: "x", title: null, outlet: "Outlet", url: "https://outlet.example/a?b=1&c=2" }],
  independentTexts: 2,
  confirmed: true,
  ...changes,
});

const brief = (changes: Partial<Brief> = {}): Brief => ({
  title: "Brief",
  from: "2026-11-23T00:00:00Z",
  to: "2026-11-23T12:00:00Z",
  places: [{ id: "geo:1", name: "Kherson", country: "UA", claims: [claim()] }],
  conflicts: [],
  unconfirmed: [],
  others: [],
  alerts: 1,
  articles: 2,
  leftOut: { background: 0, weak: 0, further: 0, dismissed: 0 },
  stopped: null,
  ...changes,
});

test("a claim is a line with its time, who says so, how, and where it stands", () => {
  const [line] = paperOf(brief()).parts[1]?.sections[0]?.lines ?? [];
  assert.equal(line?.time, "06:05");
  assert.equal(
    line?.text,
    "withdrawal, asserted by General Staff: Troops left the town. (2 independent texts; when: on Monday)",
  );
  assert.deepEqual(line?.sources, [
    { label: "Outlet", url: "https://outlet.example/a?b=1&c=2" },
    { label: "alert", url: "/alerts/a1" },
  ]);
});

test("an address that is none of the web is no link to it", () => {
  const article = { id: "x y", title: null, outlet: null, url: "javascript:alert(1)" };
  const paper = paperOf(
    brief({ places: [{ id: "p", name: "P", country: null, claims: [claim({ articles: [article] })] }] }),
  );
  assert.deepEqual(paper.parts[1]?.sections[0]?.lines[0]?.sources[0], { label: "article", url: "/articles/x%20y" });
});

test("over midnight every time has its day", () => {
  const paper = paperOf(brief({ to: "2026-11-24T06:00:00Z" }));
  assert.equal(paper.parts[1]?.sections[0]?.lines[0]?.time, "11-23 06:05");
});

test("the unconfirmed stand apart, by place, in the order in which they came", () => {
  const paper = paperOf(
    brief({
      places: [],
      unconfirmed: [
        claim({ confirmed: false }),
        claim({ place: null, placeId: null }),
        claim({ how: "DENIED", when: null }),
      ],
    }),
  );
  assert.deepEqual(
    paper.parts.map(({ title, sections }) => [title, sections.map((section) => [section.title, section.lines.length])]),
    [
      ["Remarks", [["", 0]]],
      [
        "Unconfirmed",
        [
          ["Kherson, UA", 2],
          ["Without a place", 1],
        ],
      ],
    ],
  );
  assert.match(paper.parts[1]?.sections[0]?.lines[1]?.text ?? "", /denied by General Staff: Troops left the town\.$/);
});

test("both sides of a conflict stand below what it is about", () => {
  const side = { at: "2026-11-23T07:00:00Z", how: "ASSERTED", articleId: "x", outlet: "O", url: null };
  const sides = [
    { ...side, who: "One", says: "Three died.", figure: "3" },
    { ...side, who: "Other", says: "Nine died.", figure: "9" },
  ];
  const paper = paperOf(brief({ conflicts: [{ at: side.at, place: "Kherson", about: "killed", sides }] }));
  assert.deepEqual(
    paper.parts[2]?.sections.map(({ title, lines }) => [title, lines.map(({ text }) => text)]),
    [["killed, Kherson", ["One, asserted, 3: Three died.", "Other, asserted, 9: Nine died."]]],
  );
});

test("lines are changed, taken out and added, and nothing else changes", () => {
  const before = paperOf(brief());
  const section = before.parts[1]?.sections[0];
  const line = section?.lines[0];
  assert.ok(section && line);
  const changed = withText(before, section.id, line.id, "Mine.");
  assert.equal(changed.parts[1]?.sections[0]?.lines[0]?.text, "Mine.");
  assert.notEqual(before.parts[1]?.sections[0]?.lines[0]?.text, "Mine.");
  assert.deepEqual(withoutLine(withLine(before, section.id, "own"), section.id, "own"), before);
  assert.deepEqual(
    withoutSection(before, section.id).parts.map(({ title }) => title),
    ["Remarks"],
  );
});

test("Markdown has links that work elsewhere, and no section without words", () => {
  const text = asMarkdown(withLine(paperOf(brief()), "remarks", "own"), "https://vedette.example");
  assert.equal(
    text,
    `# Brief

1 alert of 2 articles. All times are UTC.

## Confirmed

### Kherson, UA

- **06:05** withdrawal, asserted by General Staff: Troops left the town. (2 independent texts; when: on Monday) — [Outlet](<https://outlet.example/a?b=1&amp;c=2>) [alert](<https://vedette.example/alerts/a1>)
`,
  );
});

test("what an article says is never markup", () => {
  assert.equal(
    plain("<img src=x> *bold* [a](b) `c` _d_\n# e"),
    "&lt;img src=x&gt; \\*bold\\* \\[a\\](b) \\`c\\` \\_d\\_ \\# e",
  );
  assert.equal(
    plain("see https://evil.example and www.evil.example"),
    "see https&#58;//evil.example and www&#46;evil.example",
  );
  assert.deepEqual(["- a", "12. b", "+ c", "3) d", "-5 e"].map(plain), ["\\- a", "12\\. b", "\\+ c", "3\\) d", "-5 e"]);
});

test("an address can't leave its brackets", () => {
  const paper = withText(paperOf(brief()), "x", "y", "");
  const sources = [{ label: "a]b", url: "https://e.example/>) <script>\n" }];
  const text = asMarkdown(
    {
      ...paper,
      parts: [{ title: "T", sections: [{ id: "s", title: "", lines: [{ id: "l", time: "", text: "t", sources }] }] }],
    },
    "https://vedette.example",
  );
  assert.match(text, /\[a\\\]b\]\(<https:\/\/e\.example\/%3E\)%20%3Cscript%3E>\)/);
});
