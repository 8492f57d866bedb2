import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { send } from "../api/client";
import { listed } from "../api/listed";
import { type Resource, useResource } from "../api/resource";
import { useAddress } from "../app/address";
import { useCommands } from "../app/keys";
import { toast } from "../app/toasts";
import { Moment } from "../time/Moment";
import { now } from "../time/now";
import { Bars } from "../ui/Bars";
import { Empty, Failed, Loading } from "../ui/states";
import { View } from "../ui/View";
import { VirtualList } from "../ui/VirtualList";
import { count } from "../ui/words";
import type { Source } from "./types";
import { condition, dayNames, perDay, STATUSES, statusName, statusTone } from "./words";

const FILTERS = ["q", "kind", "status", "country", "language", "label", "enabled", "unhealthy"] as const;

/** Every source with how it does. */
export function SourceList() {
  const address = useAddress();
  const { route } = useLocation();
  const search = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState(-1);
  const filters = Object.fromEntries(FILTERS.map((name) => [name, address.get(name)]));
  const sources = useResource(`sources ${JSON.stringify(filters)}`, async (signal) => {
    const { items } = await listed<Source>("/api/sources", filters, signal);
    return items;
  });
  const items = sources.data ?? [];
  const chosen = items[Math.min(at, items.length - 1)];
  const ill = items.filter(({ status, overdue }) => overdue || statusTone(status) === "bad").length;
  const move = (by: number) => setAt((before) => Math.max(0, Math.min(items.length - 1, before + by)));
  const turn = async (source: Source) => {
    try {
      const what = source.enabled ? "pause" : "resume";
      await send("POST", `/api/sources/${encodeURIComponent(source.id)}/${what}`);
      toast({ text: source.enabled ? `${nameOf(source)} is paused` : `${nameOf(source)} is polled again` });
      sources.reload();
    } catch (error) {
      toast({ text: (error as Error).message, tone: "bad" });
    }
  };
  useCommands("Sources", [
    { keys: "j", does: "Next source", run: () => move(1) },
    { keys: "k", does: "Source before", run: () => move(-1) },
    { keys: "Enter", does: "Open the source", run: () => chosen && route(addressOf(chosen)) },
    { keys: "e", does: "Edit the source", run: () => chosen && route(`${addressOf(chosen)}?edit=true`) },
    { keys: "p", does: "Pause or resume the source", run: () => chosen && void turn(chosen) },
    { keys: "n", does: "New source", run: () => route("/sources/+new") },
    { keys: "/", does: "Search the sources", run: () => search.current?.focus() },
  ]);
  return (
    <View
      title="Sources"
      actions={
        <a class="button primary" href="/sources/+new" title="New source (n)">
          New source
        </a>
      }
    >
      <search class="filters">
        <input
          ref={search}
          type="search"
          aria-label="Search the sources"
          placeholder="Search id, name, address"
          value={filters.q}
          onInput={(event) => address.set({ q: event.currentTarget.value })}
        />
        <select
          aria-label="Health"
          value={filters.unhealthy === "true" ? "unhealthy" : filters.status}
          onChange={({ currentTarget: { value } }) =>
            address.set({
              status: value === "unhealthy" ? null : value,
              unhealthy: value === "unhealthy" ? "true" : null,
            })
          }
        >
          <option value="">any health</option>
          <option value="unhealthy">unhealthy</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {statusName(status)}
            </option>
          ))}
        </select>
        <select
          aria-label="Kind"
          value={filters.kind}
          onChange={(event) => address.set({ kind: event.currentTarget.value })}
        >
          <option value="">any kind</option>
          {["FEED", "SITEMAP", "LISTING", "PAGE"].map((kind) => (
            <option key={kind} value={kind}>
              {kind.toLowerCase()}
            </option>
          ))}
        </select>
        {(["country", "language", "label"] as const).map((name) => (
          <input
            key={name}
            class="short"
            aria-label={name}
            placeholder={name}
            value={filters[name]}
            onChange={(event) => address.set({ [name]: event.currentTarget.value.trim() })}
          />
        ))}
        <span class="muted" role="status">
          {sources.data ? `${count(items.length, "source")}${ill > 0 ? `, ${ill} unwell` : ""}` : ""}
        </span>
      </search>
      <Listed
        sources={sources}
        at={at}
        filtered={FILTERS.some((name) => filters[name] !== "")}
        clear={() => address.set(Object.fromEntries(FILTERS.map((name) => [name, null])))}
      />
    </View>
  );
}

type ListedProps = { sources: Resource<Source[]>; at: number; filtered: boolean; clear: () => void };

function Listed({ sources: { data, error, reload }, at, filtered, clear }: ListedProps) {
  if (!data) return error ? <Failed what="the sources" error={error} retry={reload} /> : <Loading what="sources" />;
  if (data.length === 0 && filtered) {
    return (
      <Empty title="No source is like that">
        <button type="button" onClick={clear}>
          Show all
        </button>
      </Empty>
    );
  }
  if (data.length === 0) {
    return (
      <Empty title="No sources yet">
        A source is an address that articles come from. <a href="/sources/+new">Add the first</a>, or import many with{" "}
        <code>vedette source import</code>.
      </Empty>
    );
  }
  return (
    <VirtualList
      items={data}
      keyOf={(source) => source.id}
      rowHeight={60}
      label="Sources"
      focus={at}
      row={(source, index) => <Row source={source} chosen={index === at} />}
    />
  );
}

function Row({ source, chosen }: { source: Source; chosen: boolean }) {
  const { state } = source;
  const days = state?.days ?? [];
  const names = dayNames(days.length, now.peek());
  return (
    <a class={`list-row source-row ${chosen ? "chosen" : ""}`} href={addressOf(source)}>
      <Health source={source} />
      <span class="source-what">
        <b>{nameOf(source)}</b>
        <small class="source-url">{source.url}</small>
        {statusTone(source.status) === "bad" && <small class="source-why">{condition(source)}</small>}
      </span>
      <span class="source-bars">
        {days.length > 0 && (
          <Bars
            label={`New items a day of ${nameOf(source)}`}
            bars={days.map((count, index) => ({ label: names[index] ?? "", count }))}
            usual={state?.usualPerDay ?? null}
            room={28}
          />
        )}
      </span>
      <span class="source-figure">
        <b>{perDay(state?.itemsPerDay)}</b>
        <small>{state?.usualPerDay == null ? "a day" : `of ${perDay(state.usualPerDay)} a day`}</small>
      </span>
      <span class="source-figure">
        <Moment at={state?.lastNewItem} as="ago" />
        <small>last item</small>
      </span>
      <span class="source-figure">
        <Moment at={source.enabled ? state?.nextPoll : null} as="ago" />
        <small>next poll</small>
      </span>
    </a>
  );
}

/** How it does, in a word and a colour. */
export function Health({ source }: { source: Source }) {
  const tone = source.overdue ? "bad" : statusTone(source.status);
  return (
    <span class={`health ${tone}`} title={condition(source)}>
      {source.overdue ? "overdue" : statusName(source.status)}
    </span>
  );
}

export const nameOf = (source: { id: string; name: string | null }) => source.name ?? source.id;

const addressOf = (source: Source) => `/sources/${encodeURIComponent(source.id)}`;
