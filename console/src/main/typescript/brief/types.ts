// What GET /api/brief answers.

export type BriefArticle = { id: string; title: string | null; outlet: string | null; url: string | null };

export type BriefClaim = {
  at: string;
  type: string;
  subtype: string | null;
  text: string;
  /** Who says so: a source that the text names, or else the outlets. */
  who: string;
  how: string;
  /** The words that say when it happened. */
  when: string | null;
  place: string | null;
  placeId: string | null;
  country: string | null;
  alertIds: readonly string[];
  articles: readonly BriefArticle[];
  independentTexts: number;
  confirmed: boolean;
};

export type BriefPlace = {
  id: string | null;
  name: string | null;
  country: string | null;
  claims: readonly BriefClaim[];
};

export type BriefSide = {
  at: string;
  who: string;
  how: string;
  says: string;
  figure: string | null;
  articleId: string;
  outlet: string | null;
  url: string | null;
};

export type BriefConflict = { at: string; place: string | null; about: string; sides: readonly BriefSide[] };

export type BriefAlert = { id: string; at: string; watch: string; headline: string; article: BriefArticle | null };

export type Brief = {
  title: string;
  from: string;
  to: string;
  places: readonly BriefPlace[];
  conflicts: readonly BriefConflict[];
  unconfirmed: readonly BriefClaim[];
  others: readonly BriefAlert[];
  alerts: number;
  articles: number;
  leftOut: { background: number; weak: number; further: number; dismissed: number };
  stopped: string | null;
};
