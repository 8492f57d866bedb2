/** A place that articles name, and what they claim there. */
export type MapPlace = {
  /** In the gazetteer. */
  id: string;
  name: string;
  country: string | null;
  latitude: number;
  longitude: number;
  articles: number;
  /** How many articles have a claim of each type about it. */
  claims: Readonly<Record<string, number>>;
};

export type MapAnswer = {
  /** As they were asked for; null for no limit. */
  from: string | null;
  to: string | null;
  articles: number;
  /** Those with most articles first. */
  places: readonly MapPlace[];
  /** Whether there are more places than the server gives at once. */
  truncated: boolean;
};

/** What of an article the list beside the map shows. */
export type ArticleThere = { id: string; title: string | null; source: string | null; acceptedAt: string };

export type ClaimThere = {
  field: "TITLE" | "BODY";
  type: string;
  modality: string;
  number: number;
  sentence: string | null;
  said: string | null;
  sourceName: string | null;
  article: ArticleThere;
};
