import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { ask, get, send } from "../api/client";
import { useResource } from "../api/resource";
import type { Page } from "../api/types";
import { useAddress } from "../app/address";
import { useCommands } from "../app/keys";
import { toast } from "../app/toasts";
import { Moment } from "../time/Moment";
import { now } from "../time/now";
import { Bars } from "../ui/Bars";
import { Confirm } from "../ui/Confirm";
import { Empty, Failed, Loading } from "../ui/states";
import { View } from "../ui/View";
import { count } from "../ui/words";
import { SourceEditor } from "./SourceEditor";
import { Health, nameOf } from "./SourceList";
import type { Source, SourceState } from "./types";
import { condition, dayNames, failureName, formOf, NEW_SOURCE, percent, perDay, statusName } from "./words";

type Stored = { source: Source; etag: string | null };

/** One source: how it does, and what is said of it; or a new one. */
export function SourcePage({ id, url }: { id: string | null; url: string }) {
  const { data, error, reload } = useResource(id === null ? null : `source ${id}`, (signal) => read(id ?? "", signal));
  const { route } = useLocation();
  const open = (saved: string) => route(`/sources/${encodeURIComponent(saved)}`);
  if (id === null) {
    return (
      <View title="New source">
        <SourceEditor begin={{ ...NEW_SOURCE, url }} etag={null} fresh saved={open} close={() => route("/sources")} />
      </View>
    );
  }
  if (error?.status === 404) {
    return (
      <View title="Source">
        <Empty title={`There is no source ${id}`}>
          <a href="/sources">All sources</a>
        </Empty>
      </View>
    );
  }
  if (!data) {
    return (
      <View title="Source">
        {error ? <Failed what={`the source ${id}`} error={error} retry={reload} /> : <Loading what="the source" />}
      </View>
    );
  }
  return <One stored={data} reload={reload} />;
}

async function read(id: string, signal: AbortSignal): Promise<Stored> {
  const response = await ask("GET", `/api/sources/${encodeURIComponent(id)}`, { signal });
  return { source: (await response.json()) as Source, etag: response.headers.get("ETag") };
}

function One({ stored: { source, etag }, reload }: { stored: Stored; reload: () => void }) {
  const address = useAddress();
  const { route } = useLocation();
  const [asks, setAsks] = useState(false);
  const editing = address.get("edit") === "true";
  const path = `/api/sources/${encodeURIComponent(source.id)}`;
  const edit = (on: boolean) => address.set({ edit: on ? "true" : null }, "push");
  const turn = async () => {
    try {
      await send("POST", `${path}/${source.enabled ? "pause" : "resume"}`);
      reload();
    } catch (error) {
      toast({ text: (error as Error).message, tone: "bad" });
    }
  };
  useCommands("Source", [
    { keys: "e", does: "Edit it", run: () => edit(true) },
    { keys: "p", does: "Pause or resume it", run: () => void turn() },
    { keys: "Escape", does: "Back", run: () => (editing ? edit(false) : route("/sources")) },
  ]);
  const configured = source.id.startsWith("feed-") && source.version === 0;
  return (
    <View
      title={nameOf(source)}
      actions={
        !configured && (
          <>
            <button type="button" onClick={() => void turn()}>
              {source.enabled ? "Pause" : "Resume"}
            </button>
            <button type="button" aria-pressed={editing} onClick={() => edit(!editing)}>
              Edit
            </button>
            <button type="button" class="danger" onClick={() => setAsks(true)}>
              Delete …
            </button>
          </>
        )
      }
    >
      <p class="standing">
        <Health source={source} />
        <span>{condition(source)}</span>
        <code>{source.id}</code>
        <span>{source.kind.toLowerCase()}</span>
        <span>
          version {source.version}
          {source.updatedBy && ` by ${source.updatedBy}`}
          {source.updatedAt && (
            <>
              , <Moment at={source.updatedAt} />
            </>
          )}
        </span>
        <span class="source-url">{source.url}</span>
      </p>
      {editing && (
        <SourceEditor
          begin={formOf(source)}
          etag={etag}
          fresh={false}
          saved={() => {
            edit(false);
            reload();
          }}
          close={() => edit(false)}
        />
      )}
      {source.state ? <State state={source.state} source={source} /> : <Empty title="It was not polled yet" />}
      <LastItems id={source.id} />
      {asks && (
        <Confirm
          title={`Delete ${nameOf(source)}?`}
          does="Delete it"
          close={() => setAsks(false)}
          run={async () => {
            await send("DELETE", path, { ...(etag !== null && { headers: { "If-Match": etag } }) });
            toast({ text: `${nameOf(source)} is deleted` });
            route("/sources");
          }}
        >
          <p>It is polled no longer, and what is known of its health goes. Its articles stay.</p>
        </Confirm>
      )}
    </View>
  );
}

function State({ state, source }: { state: SourceState; source: Source }) {
  const names = dayNames(state.days.length, now.value);
  const errors = Object.entries(state.errors).sort(([, a], [, b]) => b - a);
  return (
    <div class="source-state">
      {state.days.length > 1 && (
        <figure class="per-day">
          <Bars
            label="New items a day over four weeks"
            bars={state.days.map((count, index) => ({ label: names[index] ?? "", count }))}
            usual={state.usualPerDay}
          />
          <figcaption>
            <span>{names[0]}</span>
            <span>new items a day, UTC; the line is what is usual</span>
            <span>{names.at(-1)}</span>
          </figcaption>
        </figure>
      )}
      <dl class="source-facts">
        <Fact name="last 24 hours">
          {state.itemsPerDay === null ? "not known yet" : count(Math.round(state.itemsPerDay), "item")}
          {state.usualPerDay !== null && `, usually ${perDay(state.usualPerDay)}`}
        </Fact>
        <Fact name="last new item">
          <Moment at={state.lastNewItem} />
        </Fact>
        <Fact name="last poll">
          <Moment at={state.lastAttempt} />
        </Fact>
        <Fact name="last good poll">
          <Moment at={state.lastSuccess} />
        </Fact>
        <Fact name="next poll">
          {source.enabled ? <Moment at={state.nextPoll} /> : "none: it is paused"}
          {state.interval && ` (every ${state.interval})`}
        </Fact>
        <Fact name={`${statusName(source.status)} since`}>
          <Moment at={state.since} />
        </Fact>
        <Fact name="with a full text">{percent(state.fullTextShare)}</Fact>
        <Fact name="without a date">{percent(state.undatedShare)}</Fact>
        <Fact name="lost between polls">{state.scrolledOff}</Fact>
        {state.failures > 0 && <Fact name="failed in a row">{state.failures}</Fact>}
        {errors.length > 0 && (
          <Fact name="failures by kind">
            {errors.map(([kind, count]) => `${failureName(kind)} ${count}`).join(", ")}
          </Fact>
        )}
        {state.movedTo && <Fact name="moved to">{state.movedTo}</Fact>}
        {state.instance && <Fact name="polled by">{state.instance}</Fact>}
      </dl>
    </div>
  );
}

type Item = { id: string; title: string | null; beginning: string; acceptedAt: string; language: string | null };

/** The latest articles that it brought. */
function LastItems({ id }: { id: string }) {
  const { data } = useResource(`items of ${id}`, (signal) =>
    get<Page<Item>>("/api/articles", { sourceId: id, limit: 10 }, signal),
  );
  if (!data || data.items.length === 0) return null;
  return (
    <section class="last-items" aria-labelledby="last-items">
      <h2 id="last-items">Last items</h2>
      <ol class="hits">
        {data.items.map((item) => (
          <li key={item.id} lang={item.language ?? undefined}>
            <a href={`/articles/${encodeURIComponent(item.id)}`} dir="auto">
              {item.title ?? item.beginning.slice(0, 120)}
            </a>{" "}
            <small>
              <Moment at={item.acceptedAt} />
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
