import { useEffect, useState } from "preact/hooks";
import { get } from "../api/client";
import { explain, foundIn } from "../api/explain";
import { useResource } from "../api/resource";
import type { Page } from "../api/types";
import { Moment } from "../time/Moment";
import { excerptOf, titleSpans } from "../ui/excerpt";
import { Empty, Failed, Loading } from "../ui/states";
import { Marked } from "../ui/Text";
import { useDelayed } from "./delayed";
import type { ArticleHit } from "./types";

const WAIT_MILLIS = 400;
/** To count them all every article of that time is held against the query: not before somebody stops to look. */
const COUNT_MILLIS = 1_200;
const SHOWN = 25;
const SPANS = [
  { from: "-1h", name: "the last hour" },
  { from: "-1d", name: "the last day" },
  { from: "-7d", name: "the last week" },
];

type Counted = { total: number; stopped: string | null };

type Props = {
  query: string;
  from: string;
  setFrom: (from: string) => void;
  overTime: readonly string[];
  wrong: boolean;
};

/** The articles that a query finds, as it is being written. */
export function Preview({ query, from, setFrom, overTime, wrong }: Props) {
  const asked = useDelayed(query.trim(), WAIT_MILLIS);
  const span = SPANS.find((one) => one.from === from) ?? SPANS[1];
  const wanted = asked !== "" && overTime.length === 0;
  const { data, error, loading, reload } = useResource(wanted ? `preview ${from} ${asked}` : null, (signal) =>
    get<Page<ArticleHit>>("/api/articles", { query: asked, from, limit: SHOWN }, signal),
  );
  // what was found before stays until the answer is there: the page does not flicker as one types
  const [last, setLast] = useState<{ query: string; page: Page<ArticleHit> }>();
  useEffect(() => {
    if (data) setLast({ query: asked, page: data });
  }, [data, asked]);
  const counts = useDelayed(asked, COUNT_MILLIS) === asked && data !== undefined && data.next !== null;
  const { data: all } = useResource(counts ? `count ${from} ${asked}` : null, (signal) =>
    get<Counted>("/api/articles", { query: asked, from, limit: 1, total: true }, signal),
  );
  const found = data ? { query: asked, page: data } : loading ? last : undefined;
  const shown = found?.page;
  return (
    <section class="panel-body" aria-label="Preview">
      <div class="panel-line">
        <span role="status">{wanted && shown ? counted(shown, data && all) : " "}</span>
        <select aria-label="Preview of" value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
          {SPANS.map((one) => (
            <option key={one.from} value={one.from}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      {overTime.length > 0 ? (
        <Empty title={`${overTime.join(", ")} asks over time`}>A back-test shows when it would have spoken.</Empty>
      ) : asked === "" ? (
        <Empty title="Write a query">What it finds appears here.</Empty>
      ) : error?.status === 400 ? (
        <Empty title="Not a query yet">{wrong ? "What is wrong is said below it." : error.message}</Empty>
      ) : error ? (
        <Failed what="the preview" error={error} retry={reload} />
      ) : !shown ? (
        <Loading what="preview" lines={4} />
      ) : shown.items.length === 0 ? (
        <Empty title={`Nothing in ${span?.name}`} />
      ) : (
        <ol class={`hits ${loading ? "stale" : ""}`}>
          {shown.items.map((article) => (
            <Hit key={article.id} article={article} query={found?.query ?? asked} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** How many there are; "or more" until they are counted, or where there are too many to be. */
function counted({ items, next, stopped }: Page<ArticleHit>, all: Counted | undefined): string {
  const number = next === null ? items.length : (all?.total ?? items.length);
  const more = next !== null && (all === undefined || all.stopped) ? " or more" : "";
  const articles = `${number.toLocaleString("en")}${more} ${number === 1 && more === "" ? "article" : "articles"}`;
  return stopped ? `${articles}; the search stopped early` : articles;
}

function Hit({ article, query }: { article: ArticleHit; query: string }) {
  const { data } = useResource(`why ${article.id} ${query}`, (signal) => explain(article.id, { query }, signal));
  const found = foundIn(data);
  return (
    <li>
      <a href={`/articles/${encodeURIComponent(article.id)}`} lang={article.language ?? undefined} dir="auto">
        <Marked text={article.title ?? article.beginning.slice(0, 120)} spans={titleSpans(found)} />
      </a>
      <p lang={article.language ?? undefined} dir="auto">
        <Marked {...excerptOf(article.beginning, found)} />
      </p>
      <small>
        {article.source ?? "unknown outlet"} · <Moment at={article.acceptedAt} />
      </small>
    </li>
  );
}
