import type { Line, Paper } from "./paper";

/** Everything that CommonMark, GitHub's tables, strike-through and formulas make something of within a line. */
const SPECIAL = /[\\`*_[\]#|~^$!{}]/g;

/**
 * The paper as Markdown (CommonMark).  All its text is text there: what would be markup is escaped.  Lines and sections without
 * words are left out.
 *
 * @param origin of the console, as in "https://vedette.example", for links to alerts and articles
 */
export function asMarkdown(paper: Paper, origin: string): string {
  const out = [`# ${plain(paper.title)}\n`, `${plain(paper.summary)}\n`];
  for (const { title, sections } of paper.parts) {
    const told = sections
      .map((section) => ({ ...section, lines: section.lines.filter(({ text }) => text.trim() !== "") }))
      .filter(({ lines }) => lines.length > 0);
    if (told.length === 0) continue;
    out.push(`## ${plain(title)}\n`);
    for (const section of told) {
      if (section.title !== "") out.push(`### ${plain(section.title)}\n`);
      out.push(`${section.lines.map((line) => item(line, origin)).join("\n")}\n`);
    }
  }
  return out.join("\n");
}

function item({ time, text, sources }: Line, origin: string): string {
  const links = sources.map(({ label, url }) => `[${plain(label)}](<${address(url, origin)}>)`);
  return `- ${time === "" ? "" : `**${time}** `}${plain(text)}${links.length > 0 ? ` — ${links.join(" ")}` : ""}`;
}

/** Absolute, and without what would end it. */
function address(url: string, origin: string): string {
  return new URL(url, origin).href.replaceAll("&", "&amp;");
}

/** As text in any line, whatever stands in front of it. */
export function plain(words: string): string {
  return words
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(SPECIAL, "\\$&")
    .replaceAll(/:(?=\/\/)/g, "&#58;")
    .replaceAll(/\b(www)\./gi, "$1&#46;")
    .replace(/^(\d*)([-+.)])(?=\s|$)/, "$1\\$2");
}
