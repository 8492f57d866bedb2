import { useRef } from "preact/hooks";
import { get, queryString } from "../api/client";
import { type Pages, usePages } from "../api/pages";
import type { Page } from "../api/types";
import { useAddress } from "../app/address";
import { useCommands } from "../app/keys";
import { termsOf } from "../ui/highlight";
import { insertOf, nameOf, useNames } from "../ui/names";
import { asQuery } from "../ui/query";
import { Empty, Failed, Loading } from "../ui/states";
import { View } from "../ui/View";
import { VirtualList } from "../ui/VirtualList";
import { download, FORMATS } from "./exports";
import { FilterBar } from "./FilterBar";
import { asksFor, faultIn, filtersOf, questionOf } from "./filters";
import { Question } from "./Question";
import { Result } from "./Result";
import type { ArticleInList } from "./types";

const PAGE = 50;

/** Everything that is kept, by words or by the watch language. */
export default function SearchView() {
  const address = useAddress();
  const filters = filtersOf(address);
  const sort = address.get("sort") === "oldest" ? "oldest" : "newest";
  const question = questionOf(filters);
  const found = usePages<ArticleInList>(JSON.stringify([filters, sort]), (cursor, signal) =>
    get<Page<ArticleInList>>(
      "/api/articles",
      { ...filters, sort, limit: PAGE, total: cursor === null && !("query" in filters), cursor },
      signal,
    ),
  );
  const field = useRef<HTMLTextAreaElement>(null);
  useCommands("Search", [{ keys: "/", does: "Write what to search for", run: () => field.current?.focus() }]);

  const fault = found.error && faultIn(question.text, found.error.problem);
  const watch = asQuery(filters, insertOf);
  useNames(filters);
  const names = ["place", "actor"].flatMap((kind) => (filters[kind] ?? []).map((value) => `"${nameOf(kind, value)}"`));
  const terms = termsOf([question.text, ...names].join(" "));
  return (
    <View
      title="Search"
      actions={
        <>
          {asksFor(filters) && watch !== "" && (
            <a class="button" href={`/watches/+new${queryString({ query: watch })}`}>
              Make a watch of it
            </a>
          )}
          {found.items.length > 0 && <Exports filters={filters} />}
        </>
      }
    >
      <Question
        field={field}
        text={question.text}
        language={question.language}
        fault={fault ?? null}
        ask={(text, language) =>
          address.set({ q: language === "words" ? text : null, query: language === "watch" ? text : null }, "push")
        }
      />
      <FilterBar address={address} filters={filters} />
      {!fault && <Count found={found} sort={sort} turn={(to) => address.set({ sort: to }, "push")} />}
      <Results found={found} query={watch} terms={terms} refused={Boolean(fault)} />
    </View>
  );
}

type ResultsProps = { found: Pages<ArticleInList>; query: string; terms: string[]; refused: boolean };

function Results({ found, query, terms, refused }: ResultsProps) {
  if (found.items.length > 0) {
    return (
      <VirtualList
        items={found.items}
        keyOf={(article) => article.id}
        rowHeight={92}
        label="Articles"
        class="results"
        atEnd={found.next}
        row={(article) => <Result article={article} query={query} terms={terms} />}
      />
    );
  }
  if (refused) return null;
  if (found.error) return <Failed what="articles" error={found.error} retry={found.reload} />;
  if (found.loading) return <Loading what="articles" />;
  if (found.more) {
    return (
      <Empty title="Nothing so far">
        <button type="button" onClick={found.next}>
          Look further back
        </button>
      </Empty>
    );
  }
  return <Empty title="No article is like that">Take a filter away, or look at a longer time.</Empty>;
}

type CountProps = { found: Pages<ArticleInList>; sort: string; turn: (to: string | null) => void };

function Count({ found, sort, turn }: CountProps) {
  const { total, items, more, loading, stopped, error } = found;
  if (items.length === 0) return null;
  const shown = total === undefined ? `${items.length}${more ? " so far" : ""}` : total.toLocaleString("en");
  return (
    <p class="count" role="status">
      <span>
        <strong>{shown}</strong> {(total ?? items.length) === 1 && !more ? "article" : "articles"}
        {stopped !== null && ` · looked no further for now: ${stopped}`}
        {loading && " · reading on …"}
        {error && ` · ${error.message}`}
      </span>
      {(error || stopped !== null) && more && (
        <button type="button" class="plain" onClick={found.next}>
          Go on
        </button>
      )}
      <button type="button" class="plain" onClick={() => turn(sort === "oldest" ? null : "oldest")}>
        {sort === "oldest" ? "Oldest first ↑" : "Newest first ↓"}
      </button>
    </p>
  );
}

function Exports({ filters }: { filters: Record<string, string[]> }) {
  return (
    <span class="exports">
      <span class="muted">Export</span>
      {FORMATS.map((format) => {
        const path = `/api/articles${queryString({ ...filters, format })}`;
        const name = `articles.${format}`;
        return (
          <a key={format} href={path} download={name} onClick={(event) => void download(event, path, name)}>
            {format}
          </a>
        );
      })}
    </span>
  );
}
