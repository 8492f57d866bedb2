import { useEffect, useState } from "preact/hooks";
import { get, send } from "../api/client";
import { useResource } from "../api/resource";
import type { Page } from "../api/types";
import { Moment } from "../time/Moment";
import { Empty, Failed, Loading } from "../ui/states";
import { useDelayed } from "./delayed";
import { Marked } from "./Marked";
import type { ArticleHit, Explained, Found } from "./types";

const WAIT_MILLIS = 400;
const SHOWN = 25;
const SPANS = [
  { from: "-1h", name: "the last hour" },
  { from: "-1d", name: "the last day" },
  { from: "-7d", name: "the last week" },
];

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
  const found = data ? { query: asked, page: data } : loading ? last : undefined;
  const shown = found?.page;
  return (
    <section class="panel-body" aria-label="Preview">
      <div class="panel-line">
        <span role="status">{wanted && shown ? counted(shown) : " "}</span>
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

function counted({ items, next, stopped }: Page<ArticleHit>): string {
  const more = next === null ? "" : " or more";
  const articles = items.length === 1 && more === "" ? "1 article" : `${items.length}${more} articles`;
  return stopped ? `${articles}; the search stopped early` : articles;
}

function Hit({ article, query }: { article: ArticleHit; query: string }) {
  const { data } = useResource(`why ${article.id} ${query}`, (signal) =>
    send<Explained>("POST", "/api/explain", { body: { query, articleId: article.id }, signal }),
  );
  const found = data?.parts.flatMap(({ clauses }) => clauses) ?? [];
  const of = (field: Found["field"]) => found.filter((one) => one.field === field);
  const beyond = [
    ...new Set(
      of("BODY")
        .filter(({ end }) => end > article.beginning.length)
        .map(({ words }) => words),
    ),
  ];
  return (
    <li>
      <a href={`/articles/${encodeURIComponent(article.id)}`} lang={article.language ?? undefined} dir="auto">
        <Marked text={article.title ?? article.beginning.slice(0, 120)} ranges={of("TITLE")} />
      </a>
      <p lang={article.language ?? undefined} dir="auto">
        <Marked text={article.beginning} ranges={of("BODY")} />
      </p>
      {beyond.length > 0 && (
        <p class="beyond">
          further on:{" "}
          {beyond.slice(0, 6).map((words) => (
            <mark key={words}>{words}</mark>
          ))}
        </p>
      )}
      <small>
        {article.source ?? "unknown outlet"} · <Moment at={article.acceptedAt} />
      </small>
    </li>
  );
}
