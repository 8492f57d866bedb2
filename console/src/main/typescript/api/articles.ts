// Articles as the API answers them; offsets count UTF-16 units of the title or the text, as strings here do.

export type Field = "TITLE" | "BODY";

export type Mention = {
  field: Field;
  start: number;
  end: number;
  text: string;
  kind: "ACTOR" | "PLACE";
  type: string;
  entityId: string | null;
  name: string | null;
  confidence: number;
  alias: string | null;
  rule: string | null;
  country: string | null;
  alternatives: { entityId: string; name: string; confidence: number; country: string | null }[];
  context: string | null;
};

export type Claim = {
  field: Field;
  start: number;
  end: number;
  type: string;
  subtype: string | null;
  modality: string;
  background: boolean;
  whenFrom: string | null;
  whenTo: string | null;
  whenWords: string | null;
  confidence: number;
  triggerStart: number | null;
  triggerEnd: number | null;
  sourceStart: number | null;
  sourceEnd: number | null;
  sourceMention: number | null;
  /** Of the article's mentions, by their place in the list. */
  actors: number[];
  places: number[];
  rule: string | null;
};

export type ArticleText = {
  id: string;
  title: string | null;
  text: string;
  url: string | null;
  source: string | null;
  author: string | null;
  language: string | null;
  publishedAt: string | null;
  marks: string[];
  origin: { sourceId: string; textDelivery: "FULL" | "SNIPPET" | "NONE" } | null;
  revision: number;
};

export type ArticleHistory = {
  sightings: { sourceId: string; source: string | null; at: string | null }[];
  revisions: { number: number; at: string | null; changed: string[] }[];
};

export type ArticleInView = {
  article: ArticleText;
  acceptedAt: string;
  language: string | null;
  mentions: Mention[];
  claims: Claim[];
  truncated: string[];
  alerted: boolean;
  removed: boolean;
  history: ArticleHistory | null;
  /** Where the story is known. */
  storyId?: string | null;
};

/** The same story as another outlet tells it. */
export type ArticleInStory = {
  id: string;
  title: string | null;
  source: string | null;
  url: string | null;
  acceptedAt: string;
  publishedAt: string | null;
};
