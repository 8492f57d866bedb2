export type TrendPoint = {
  /** When its bucket begins. */
  at: string;
  count: number;
  /** The median of the same time of day on the days before; null if too few are kept. */
  usual: number | null;
};

export type TrendSeries = {
  /** As it was asked for: "articles", "place:Kherson". */
  series: string;
  label: string;
  total: number;
  points: readonly TrendPoint[];
};

export type TrendsAnswer = { from: string; to: string; step: string; series: readonly TrendSeries[] };
