import { useState } from "preact/hooks";
import { get, queryString } from "../api/client";
import { useResource } from "../api/resource";
import type { Page } from "../api/types";
import { Moment } from "../time/Moment";
import { ClaimType, claimWords } from "../ui/claims";
import { insertOf } from "../ui/names";
import { asQuery, circleQuery, type Filters } from "../ui/query";
import { Empty, Failed, Loading } from "../ui/states";
import { byFrequency } from "./placing";
import type { ArticleThere, ClaimThere, MapPlace } from "./types";

const LIMIT = 40;

type Props = { id: string; place: MapPlace | undefined; filters: Filters; close: () => void };

/** What is said of a place: what is claimed there, by whom, and in which articles. */
export function PlacePanel({ id, place, filters, close }: Props) {
  const asked = { ...filters, place: [id] };
  const [shown, setShown] = useState<"claims" | "articles">("claims");
  const name = place?.name ?? id;
  return (
    <section class="place-panel" aria-label={name}>
      <header>
        <div>
          <h2>{name}</h2>
          <p class="muted">
            {place
              ? `${place.articles} ${place.articles === 1 ? "article" : "articles"}${place.country ? ` · ${place.country}` : ""}`
              : "no article of this time names it"}
          </p>
        </div>
        <button type="button" class="plain" aria-label="Back to all places" onClick={close}>
          ✕
        </button>
      </header>
      {place && <Frequencies place={place} />}
      <p class="place-links">
        <a href={`/search${queryString(asked)}`}>Search</a>
        <a href={`/trends${queryString({ series: ["articles", `place:${id}`] })}`}>Trend</a>
        <a href={`/watches/+new${queryString({ query: asQuery({ ...filters, from: [], place: [id] }, insertOf) })}`}>
          Watch it
        </a>
        {place && <Around place={place} />}
      </p>
      <div class="tabs" role="tablist" aria-label="What is said of it">
        {(["claims", "articles"] as const).map((tab) => (
          <button key={tab} type="button" role="tab" aria-selected={shown === tab} onClick={() => setShown(tab)}>
            {tab === "claims" ? "Claims" : "Articles"}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={shown}>
        {shown === "claims" ? <Claims filters={asked} /> : <Articles filters={asked} />}
      </div>
    </section>
  );
}

function Frequencies({ place }: { place: MapPlace }) {
  const types = byFrequency(place.claims).slice(0, 6);
  const most = types[0]?.[1] ?? 1;
  return (
    <dl class="frequencies">
      {types.map(([type, count]) => (
        <div key={type}>
          <dt>
            <ClaimType type={type} />
          </dt>
          <dd>
            <meter min={0} max={most} value={count} aria-label={claimWords(type)} />
            <span>{count}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A circle around the place, for those who can't or won't draw one. */
function Around({ place }: { place: MapPlace }) {
  const [kilometres, setKilometres] = useState(50);
  const query = circleQuery(kilometres, place.latitude, place.longitude);
  return (
    <span class="around">
      <a href={`/watches/+new${queryString({ query })}`}>Watch around it</a>
      <input
        type="number"
        min={1}
        max={2000}
        value={kilometres}
        aria-label="Kilometres around it"
        onInput={(event) => setKilometres(event.currentTarget.valueAsNumber || 1)}
      />
      <span class="muted">km</span>
    </span>
  );
}

function Claims({ filters }: { filters: Filters }) {
  const { data, error, reload } = useResource(`claims ${JSON.stringify(filters)}`, (signal) =>
    get<Page<ClaimThere>>("/api/claims", { ...filters, limit: LIMIT }, signal),
  );
  if (error) return <Failed what="its claims" error={error} retry={reload} />;
  if (!data) return <Loading what="its claims" lines={4} />;
  if (data.items.length === 0) return <Empty title="No claims about it" />;
  return (
    <ul class="there">
      {data.items.filter(saidOnce).map((claim) => (
        <li key={`${claim.article.id} ${claim.number}`}>
          <p class="there-type">
            <ClaimType type={claim.type} />
            {claim.modality !== "ASSERTED" && <span class="badge">{claim.modality.toLowerCase()}</span>}
          </p>
          <p dir="auto">
            <a href={`/articles/${encodeURIComponent(claim.article.id)}`}>
              {claim.sentence || claim.article.title || "an article"}
            </a>
          </p>
          <p class="muted">
            {[claim.said ?? claim.sourceName, claim.article.source].filter(Boolean).join(" · ")} ·{" "}
            <Moment at={claim.article.acceptedAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What a headline claims is left out where the text below it claims the same. */
function saidOnce(claim: ClaimThere, _: number, all: readonly ClaimThere[]): boolean {
  return (
    claim.field !== "TITLE" ||
    !all.some((other) => other.field === "BODY" && other.type === claim.type && other.article.id === claim.article.id)
  );
}

function Articles({ filters }: { filters: Filters }) {
  const { data, error, reload } = useResource(`articles ${JSON.stringify(filters)}`, (signal) =>
    get<Page<ArticleThere>>("/api/articles", { ...filters, limit: LIMIT }, signal),
  );
  if (error) return <Failed what="its articles" error={error} retry={reload} />;
  if (!data) return <Loading what="its articles" lines={4} />;
  if (data.items.length === 0) return <Empty title="No articles about it" />;
  return (
    <ul class="there">
      {data.items.map((article) => (
        <li key={article.id}>
          <p dir="auto">
            <a href={`/articles/${encodeURIComponent(article.id)}`}>{article.title || "Without a headline"}</a>
          </p>
          <p class="muted">
            {article.source ?? "unknown outlet"} · <Moment at={article.acceptedAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}
