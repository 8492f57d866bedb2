// A brief as a paper that people edit: lines of plain text, each with where it comes from.
import { claimWords } from "../ui/claims";
import { webAddress } from "../ui/link";
import { count } from "../ui/words";
import type { Brief, BriefArticle, BriefClaim, BriefPlace, BriefSide } from "./types";

/** Where a line comes from; an address within the console begins with "/". */
export type Source = { label: string; url: string };

export type Line = { id: string; time: string; text: string; sources: readonly Source[] };

/** Lines about one place or conflict; without a title for those that need none. */
export type Section = { id: string; title: string; lines: readonly Line[] };

export type Part = { title: string; sections: readonly Section[] };

export type Paper = { title: string; summary: string; parts: readonly Part[] };

const NO_PLACE = "Without a place";

/** The paper that a brief begins as. All its times are UTC. */
export function paperOf(brief: Brief): Paper {
  const time = clockOf(brief);
  const parts: Part[] = [
    { title: "Remarks", sections: [{ id: "remarks", title: "", lines: [] }] },
    { title: "Confirmed", sections: brief.places.map((place) => placeSection("confirmed", place, time)) },
    {
      title: "Conflicts",
      sections: brief.conflicts.map(({ about, place, sides }, index) => ({
        id: `conflict ${index}`,
        title: place === null ? about : `${about}, ${place}`,
        lines: sides.map((side, number) => sideLine(`conflict ${index} ${number}`, side, time)),
      })),
    },
    {
      title: "Unconfirmed",
      sections: byPlace(brief.unconfirmed).map((place) => placeSection("unconfirmed", place, time)),
    },
    {
      title: "Other alerts",
      sections: [
        {
          id: "others",
          title: "",
          lines: brief.others.map(({ id, at, watch, headline, article }) => ({
            id: `alert ${id}`,
            time: time(at),
            text: `${watch}: ${headline}`,
            sources: [...(article ? [articleSource(article)] : []), alertSource(id)],
          })),
        },
      ],
    },
  ];
  return {
    title: brief.title,
    summary: summaryOf(brief),
    parts: parts.filter(({ title, sections }) => title === "Remarks" || sections.some(({ lines }) => lines.length > 0)),
  };
}

/** What it is made of and what is left out. */
export function summaryOf({ alerts, articles, leftOut, stopped }: Brief): string {
  const out = [
    leftOut.background > 0 && `${count(leftOut.background, "claim")} of history`,
    leftOut.weak > 0 && count(leftOut.weak, "weak statement"),
    leftOut.further > 0 && `${count(leftOut.further, "claim")} of less weight`,
    leftOut.dismissed > 0 && `${count(leftOut.dismissed, "alert")} rejected or withdrawn`,
  ].filter((words) => words !== false);
  return [
    `${count(alerts, "alert")} of ${count(articles, "article")}. All times are UTC.`,
    out.length > 0 && `Left out: ${out.join(", ")}.`,
    stopped !== null && `Not complete: ${stopped}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** The paper with a line that says something else. */
export function withText(paper: Paper, section: string, line: string, text: string): Paper {
  return inSection(paper, section, (lines) => lines.map((one) => (one.id === line ? { ...one, text } : one)));
}

/** The paper without a line. */
export function withoutLine(paper: Paper, section: string, line: string): Paper {
  return inSection(paper, section, (lines) => lines.filter(({ id }) => id !== line));
}

/** The paper with an empty line of one's own at the end of a section. */
export function withLine(paper: Paper, section: string, id: string): Paper {
  return inSection(paper, section, (lines) => [...lines, { id, time: "", text: "", sources: [] }]);
}

/** The paper without a section. */
export function withoutSection(paper: Paper, section: string): Paper {
  const parts = paper.parts.map((part) => ({ ...part, sections: part.sections.filter(({ id }) => id !== section) }));
  return { ...paper, parts: parts.filter(({ sections }) => sections.length > 0) };
}

function inSection(paper: Paper, id: string, change: (lines: readonly Line[]) => readonly Line[]): Paper {
  return {
    ...paper,
    parts: paper.parts.map((part) => ({
      ...part,
      sections: part.sections.map((one) => (one.id === id ? { ...one, lines: change(one.lines) } : one)),
    })),
  };
}

function placeSection(kind: string, { id, name, country, claims }: BriefPlace, time: (at: string) => string): Section {
  const title = name === null ? NO_PLACE : country === null ? name : `${name}, ${country}`;
  const key = `${kind} ${id ?? ""}`;
  return { id: key, title, lines: claims.map((claim, index) => claimLine(`${key} ${index}`, claim, time)) };
}

function claimLine(id: string, claim: BriefClaim, time: (at: string) => string): Line {
  const details = [
    claim.how === "ASSERTED" && count(claim.independentTexts, "independent text"),
    claim.when !== null && `when: ${claim.when}`,
  ].filter((words) => words !== false);
  return {
    id,
    time: time(claim.at),
    text:
      `${claimWords(claim.subtype ?? claim.type)}, ${claimWords(claim.how)} by ${claim.who}: ${oneLine(claim.text)}` +
      (details.length > 0 ? ` (${details.join("; ")})` : ""),
    sources: [...claim.articles.map(articleSource), ...claim.alertIds.map(alertSource)],
  };
}

function sideLine(id: string, side: BriefSide, time: (at: string) => string): Line {
  const figure = side.figure === null ? "" : `, ${side.figure}`;
  return {
    id,
    time: time(side.at),
    text: `${side.who}, ${claimWords(side.how)}${figure}: ${oneLine(side.says)}`,
    sources: [articleSource({ id: side.articleId, title: null, outlet: side.outlet, url: side.url })],
  };
}

function byPlace(claims: readonly BriefClaim[]): BriefPlace[] {
  const places = new Map<string | null, BriefPlace & { claims: BriefClaim[] }>();
  for (const claim of claims) {
    const { placeId: id, place: name, country } = claim;
    const place = places.get(id) ?? { id, name, country, claims: [] };
    place.claims.push(claim);
    places.set(id, place);
  }
  return [...places.values()];
}

function articleSource({ id, outlet, url }: BriefArticle): Source {
  const label = outlet === null || outlet.trim() === "" ? "article" : outlet;
  return { label, url: webAddress(url) ?? `/articles/${encodeURIComponent(id)}` };
}

function alertSource(id: string): Source {
  return { label: "alert", url: `/alerts/${encodeURIComponent(id)}` };
}

/** The time alone where the brief is of one day, else with its day. */
function clockOf({ from, to }: Brief): (at: string) => string {
  const oneDay = from.slice(0, 10) === to.slice(0, 10);
  return (at) => {
    const utc = new Date(at).toISOString();
    return oneDay && utc.startsWith(from.slice(0, 10)) ? utc.slice(11, 16) : `${utc.slice(5, 10)} ${utc.slice(11, 16)}`;
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
