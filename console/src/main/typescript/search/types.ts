/** An article as lists have it. */
export type ArticleInList = {
  id: string;
  title: string | null;
  url: string | null;
  source: string | null;
  language: string | null;
  publishedAt: string | null;
  acceptedAt: string;
  beginning: string;
  alerted: boolean;
  removed: boolean;
  sightings: number;
  mentions: number;
  claims: number;
};
