import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { get, queryString } from "../api/client";
import { useResource } from "../api/resource";
import { type Address, useAddress } from "../app/address";
import { useCommands } from "../app/keys";
import { Moment } from "../time/Moment";
import { FAMILIES, FAMILY_NAMES, FamilySign } from "../ui/claims";
import { insertOf, useNames } from "../ui/names";
import { asQuery, type Filters } from "../ui/query";
import { Empty, Failed, Loading, Stale } from "../ui/states";
import { View } from "../ui/View";
import { Atlas, type AtlasHandle, type Look } from "./Atlas";
import { MapFilters } from "./MapFilters";
import { PlacePanel } from "./PlacePanel";
import { PlaceTable } from "./PlaceTable";
import { isCountry } from "./placing";
import { boundsOf, circleIn, holds, type Shape, shapeParameters, shapeQuery } from "./shapes";
import type { MapAnswer, MapPlace } from "./types";

const AGAIN_MILLIS = 60_000;
const FILTERS = ["q", "bbox", "claim", "actor", "source", "language", "country"];

/** Where it happens: the places that the articles of the last hour, day or week name. */
export default function MapView() {
  const address = useAddress();
  const filters = filtersOf(address);
  const only = circleIn(address.get("circle"));
  useNames(filters);
  const { data, error, loading, reload } = useResource(JSON.stringify([filters, only]), (signal) =>
    get<MapAnswer>("/api/map", { ...filters, ...(only && { bbox: boundsOf(only).join(",") }) }, signal),
  );
  useEffect(() => {
    const timer = setInterval(() => document.hidden || reload(), AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [reload]);

  const whole = address.get("countries") !== "no";
  const circle = address.get("circle");
  const places = useMemo(() => {
    const shape = circleIn(circle);
    return (data?.places ?? []).filter(
      (place) => (whole || !isCountry(place)) && (shape === null || holds(shape, [place.longitude, place.latitude])),
    );
  }, [data, whole, circle]);
  const selected = address.get("selected") || null;
  const choose = (place: MapPlace | null) => address.set({ selected: place?.id ?? null }, "push");
  const [tool, setTool] = useState<Shape["kind"] | null>(null);
  const [shape, setShape] = useState<Shape | null>(null);
  const forget = () => {
    setShape(null);
    setTool(null);
  };
  const atlas = useRef<AtlasHandle>(null);
  const switchTool = (kind: Shape["kind"]) => setTool(tool === kind ? null : kind);
  useCommands("Map", [
    { keys: "c", does: "Draw a circle to watch", run: () => switchTool("circle") },
    { keys: "b", does: "Draw a box to watch", run: () => switchTool("box") },
    { keys: "Escape", does: "Forget what is drawn or selected", run: () => (shape || tool ? forget() : choose(null)) },
  ]);

  return (
    <View title="Map" actions={data && <Figures answer={data} />}>
      <MapFilters address={address} filters={filters} />
      {error && data && <Stale error={error} retry={reload} />}
      {error && !data ? (
        <Failed what="the map" error={error} retry={reload} />
      ) : (
        <div class="map">
          <div class="map-main">
            <div class="map-frame">
              <Atlas
                places={places}
                selected={selected}
                select={choose}
                tool={tool}
                shape={shape ?? only}
                drawn={setShape}
                look={lookIn(address)}
                looked={(look) => address.set({ view: look && written(look) })}
                handle={atlas}
              />
              <Tools tool={tool} switchTool={switchTool} atlas={atlas} />
              {shape && <Drawn shape={shape} filters={filters} address={address} forget={forget} />}
            </div>
            <Legend whole={whole} address={address} />
          </div>
          <div class="map-side">
            {selected ? (
              <PlacePanel
                key={selected}
                id={selected}
                place={data?.places.find(({ id }) => id === selected)}
                filters={filters}
                close={() => choose(null)}
              />
            ) : loading && !data ? (
              <Loading what="places" />
            ) : places.length === 0 ? (
              <Empty title="No places">No article of this time that passes the filters names one.</Empty>
            ) : (
              <PlaceTable
                places={places}
                choose={(place) => {
                  choose(place);
                  atlas.current?.go(place);
                }}
              />
            )}
          </div>
        </div>
      )}
    </View>
  );
}

function filtersOf(address: Address): Record<string, string[]> {
  const filters: Record<string, string[]> = { from: [address.get("from") || "-24h"] };
  for (const name of FILTERS) {
    const values = address.all(name);
    if (values.length > 0) filters[name] = values;
  }
  return filters;
}

function Figures({ answer }: { answer: MapAnswer }) {
  return (
    <p class="muted" role="status">
      {`${answer.articles.toLocaleString("en")} articles, ${answer.places.length.toLocaleString("en")} places`}
      {answer.truncated && " (the largest)"}
      {answer.from && (
        <>
          {" since "}
          <Moment at={answer.from} />
        </>
      )}
    </p>
  );
}

type ToolsProps = {
  tool: Shape["kind"] | null;
  switchTool: (kind: Shape["kind"]) => void;
  atlas: { readonly current: AtlasHandle | null };
};

function Tools({ tool, switchTool, atlas }: ToolsProps) {
  return (
    <div class="map-tools" role="toolbar" aria-label="Map">
      <button type="button" aria-label="Closer" title="Closer (+)" onClick={() => atlas.current?.zoomBy(1.6)}>
        +
      </button>
      <button type="button" aria-label="Farther" title="Farther (-)" onClick={() => atlas.current?.zoomBy(1 / 1.6)}>
        −
      </button>
      <button type="button" aria-label="All the world" title="All the world (0)" onClick={() => atlas.current?.all()}>
        ⤢
      </button>
      <button
        type="button"
        aria-label="Draw a circle"
        title="Draw a circle to watch it (c)"
        aria-pressed={tool === "circle"}
        onClick={() => switchTool("circle")}
      >
        ◯
      </button>
      <button
        type="button"
        aria-label="Draw a box"
        title="Draw a box to watch it (b)"
        aria-pressed={tool === "box"}
        onClick={() => switchTool("box")}
      >
        ▭
      </button>
    </div>
  );
}

type DrawnProps = { shape: Shape; filters: Filters; address: Address; forget: () => void };

/** What can be done with what was drawn. */
function Drawn({ shape, filters, address, forget }: DrawnProps) {
  const query = shapeQuery(shape);
  const { bbox: _, from: __, ...others } = filters;
  const watch = [asQuery(others, insertOf), query].filter((part) => part !== "").join(" ");
  return (
    <div class="drawn" role="status">
      <code>{query}</code>
      <a class="button primary" href={`/watches/+new${queryString({ query: watch })}`}>
        Watch it
      </a>
      <button
        type="button"
        onClick={() => {
          address.set({ ...shapeParameters(shape), selected: null }, "push");
          forget();
        }}
      >
        Only this
      </button>
      <button type="button" class="plain" aria-label="Forget it" onClick={forget}>
        ✕
      </button>
    </div>
  );
}

/** Colours and signs; a family that is clicked is all that is shown. */
function Legend({ whole, address }: { whole: boolean; address: Address }) {
  const claims = address.all("claim");
  return (
    <div class="map-legend">
      {FAMILY_NAMES.map((family) => {
        const { name, types } = FAMILIES[family];
        const alone = claims.length === types.length && types.every((type) => claims.includes(type));
        return (
          <button
            key={family}
            type="button"
            class="plain"
            aria-pressed={alone}
            onClick={() => address.set({ claim: alone ? null : types }, "push")}
          >
            <FamilySign family={family} />
            {name}
          </button>
        );
      })}
      <button
        type="button"
        class="plain"
        aria-pressed={whole}
        onClick={() => address.set({ countries: whole ? "no" : null })}
      >
        <svg class="family-sign words" viewBox="-1.4 -1.4 2.8 2.8" width={14} height={14} aria-hidden="true">
          <circle r={1} stroke-dasharray="0.6 0.5" />
        </svg>
        Countries as a whole
      </button>
    </div>
  );
}

function lookIn(address: Address): Look | null {
  const [latitude, longitude, zoom] = address.get("view").split(",").map(Number);
  if (latitude === undefined || longitude === undefined || !zoom || Number.isNaN(latitude + longitude)) return null;
  return { latitude, longitude, zoom: Math.max(1, zoom) };
}

function written({ latitude, longitude, zoom }: Look): string {
  return [latitude.toFixed(3), longitude.toFixed(3), zoom.toFixed(2)].join(",");
}
