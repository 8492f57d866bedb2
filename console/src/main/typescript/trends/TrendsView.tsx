import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { get } from "../api/client";
import { useResource } from "../api/resource";
import { useAddress } from "../app/address";
import { Moment } from "../time/Moment";
import { CLAIM_TYPES, claimWords } from "../ui/claims";
import { Chip, Choices } from "../ui/controls";
import { Suggest } from "../ui/Suggest";
import { Empty, Failed, Loading, Stale } from "../ui/states";
import { View } from "../ui/View";
import { Chart } from "./Chart";
import { bucketAddress } from "./series";
import { Numbers, SeriesTable } from "./Tables";
import type { TrendsAnswer } from "./types";

const SPANS = [
  { value: "-6h", name: "6 h" },
  { value: "-24h", name: "24 h" },
  { value: "-3d", name: "3 d" },
  { value: "-7d", name: "7 d" },
  { value: "-30d", name: "30 d" },
];
const MOST_SERIES = 6;
const AGAIN_MILLIS = 60_000;

/** How much there is of something over time, against what is usual; two and more side by side. */
export default function TrendsView() {
  const address = useAddress();
  const { route } = useLocation();
  const from = address.get("from") || "-24h";
  const to = address.get("to");
  const asked = address.all("series");
  const series = (asked.length === 0 ? ["articles"] : asked).slice(0, MOST_SERIES);
  const { data, error, reload } = useResource(JSON.stringify([series, from, to]), (signal) =>
    get<TrendsAnswer>("/api/trends", { series, from, to }, signal),
  );
  useEffect(() => {
    if (to !== "") return;
    const timer = setInterval(() => document.hidden || reload(), AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [reload, to]);

  const add = (kind: string, name = "") => {
    const next = name === "" ? kind : `${kind}:${name}`;
    if (!series.includes(next)) address.set({ series: [...series, next] }, "push");
  };
  const remove = (gone: string) => address.set({ series: series.filter((other) => other !== gone) }, "push");
  const own = address.get("scale") === "own";
  const known = to === "" && SPANS.some(({ value }) => value === from);
  return (
    <View
      title="Trends"
      actions={
        data && (
          <p class="muted">
            <Moment at={data.from} as="minute" /> – <Moment at={data.to} as="minute" />
            {`, by ${stepWords(data.step)}`}
          </p>
        )
      }
    >
      <div class="filters trend-filters">
        <Choices
          label="The last"
          choices={SPANS}
          value={known ? from : "other"}
          choose={(value) => address.set({ from: value, to: null }, "push")}
        />
        {!known && (
          <Chip name="this stretch" remove={() => address.set({ from: null, to: null }, "push")}>
            a stretch of time
          </Chip>
        )}
        {series.length < MOST_SERIES && (
          <>
            <Suggest
              of={["place", "actor", "watch"]}
              label="Place, actor or watch to compare"
              placeholder="Compare a place, actor, watch …"
              pick={({ of, value }) => add(of, value)}
            />
            <select aria-label="Claims to compare" value="" onChange={(event) => pickClaim(event, add)}>
              <option value="">Compare claims …</option>
              {CLAIM_TYPES.map((type) => (
                <option key={type} value={type}>
                  {claimWords(type)}
                </option>
              ))}
            </select>
            {!series.includes("articles") && (
              <button type="button" onClick={() => add("articles")}>
                + All articles
              </button>
            )}
          </>
        )}
        {series.length > 1 && (
          <button
            type="button"
            aria-pressed={own}
            title="Each line in percent of its highest, to hold few beside many"
            onClick={() => address.set({ scale: own ? null : "own" }, "push")}
          >
            Own scales
          </button>
        )}
      </div>
      {error && data && <Stale error={error} retry={reload} />}
      {error && !data ? (
        <Failed what="these trends" error={error} retry={reload} />
      ) : !data ? (
        <Loading what="trends" />
      ) : (
        <>
          {data.series.every(({ total }) => total === 0) ? (
            <Empty title="Nothing in this time">Choose a longer time, or something else to count.</Empty>
          ) : (
            <Chart
              answer={data}
              own={own && data.series.length > 1}
              open={(one, at) => route(bucketAddress(one, at, data.step))}
              narrow={(begin, end) => address.set({ from: begin.toISOString(), to: end.toISOString() }, "push")}
            />
          )}
          <div class="series-scroll">
            <SeriesTable answer={data} remove={remove} />
          </div>
          <Numbers answer={data} />
        </>
      )}
    </View>
  );
}

function pickClaim(event: { currentTarget: HTMLSelectElement }, add: (kind: string, name: string) => void): void {
  const type = event.currentTarget.value;
  event.currentTarget.value = "";
  if (type !== "") add("claim", type);
}

function stepWords(step: string): string {
  return step.replace(/^1h$/, "hour").replace(/^1d$/, "day").replace(/m$/, " min").replace(/h$/, " h");
}
