import type { ArticleInView, Claim, Field } from "../api/articles";
import type { Span } from "../ui/spans";

/** What is shown in colour, each to switch off. */
export type Layer = "actor" | "place" | "claim";

export const LAYERS: readonly Layer[] = ["actor", "place", "claim"];

/** Something in the text: a mention or a claim by its place in the article's list; of a claim its sentence or the words that tell it. */
export type Tag = { layer: Layer; index: number; part: "mention" | "sentence" | "trigger" };

/** Everything that is tagged in a field, as far as its layer is shown. */
export function tagsIn(article: ArticleInView, field: Field, shown: ReadonlySet<Layer>): Span<Tag>[] {
  const spans: Span<Tag>[] = [];
  article.mentions.forEach((mention, index) => {
    const layer = mention.kind === "PLACE" ? "place" : "actor";
    if (mention.field === field && shown.has(layer)) {
      spans.push({ start: mention.start, end: mention.end, what: { layer, index, part: "mention" } });
    }
  });
  if (!shown.has("claim")) return spans;
  article.claims.forEach((claim, index) => {
    if (claim.field !== field) return;
    spans.push({ start: claim.start, end: claim.end, what: { layer: "claim", index, part: "sentence" } });
    const { triggerStart, triggerEnd } = claim;
    if (triggerStart !== null && triggerEnd !== null) {
      spans.push({ start: triggerStart, end: triggerEnd, what: { layer: "claim", index, part: "trigger" } });
    }
  });
  return spans;
}

/** Who makes a claim: the name of who is meant, or the words; null if it is the outlet itself. */
export function whoSays(article: ArticleInView, claim: Claim): string | null {
  const mention = claim.sourceMention === null ? undefined : article.mentions[claim.sourceMention];
  if (mention !== undefined) return mention.name ?? mention.text;
  const { sourceStart, sourceEnd } = claim;
  return sourceStart === null || sourceEnd === null ? null : textOf(article, claim.field).slice(sourceStart, sourceEnd);
}

/** When a claim says that it happened: the words, the days, or both; null if it does not say. */
export function when(claim: Claim): string | null {
  const { whenFrom, whenTo, whenWords } = claim;
  const days =
    whenFrom === null ? whenTo : whenTo === null || whenTo === whenFrom ? whenFrom : `${whenFrom} to ${whenTo}`;
  if (days === null) return whenWords;
  return whenWords === null || whenWords === days ? days : `${whenWords} (${days})`;
}

/** The names of mentions, each once. */
export function namesOf(article: ArticleInView, mentions: readonly number[]): string[] {
  const names = mentions.flatMap((index) => {
    const mention = article.mentions[index];
    return mention === undefined ? [] : [mention.name ?? mention.text];
  });
  return [...new Set(names)];
}

export const textOf = (article: ArticleInView, field: Field): string =>
  field === "TITLE" ? (article.article.title ?? "") : article.article.text;

/** How many mentions and claims a layer has. */
export function counts(article: ArticleInView): Record<Layer, number> {
  const places = article.mentions.filter((mention) => mention.kind === "PLACE").length;
  return { actor: article.mentions.length - places, place: places, claim: article.claims.length };
}
