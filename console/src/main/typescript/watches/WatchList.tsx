import { useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { listed } from "../api/listed";
import { useResource } from "../api/resource";
import { type Silent, silences, speak } from "../api/silences";
import { useAddress } from "../app/address";
import { useCommands } from "../app/keys";
import { toast } from "../app/toasts";
import { SilenceDialog } from "../ui/SilenceDialog";
import { Empty, Failed, Loading } from "../ui/states";
import { View } from "../ui/View";
import { VirtualList } from "../ui/VirtualList";
import { bodyOf } from "./draft";
import { fileOf, save } from "./files";
import { ImportWatches } from "./ImportWatches";
import { silenced } from "./silenced";
import type { Watch } from "./types";
import { WatchRow } from "./WatchRow";

const FILTERS = ["q", "severity", "label", "enabled"] as const;

/** Every watch with how it does. */
export function WatchList() {
  const address = useAddress();
  const { route } = useLocation();
  const search = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState<"import" | Watch | null>(null);
  const filters = Object.fromEntries(FILTERS.map((name) => [name, address.get(name)]));
  const watches = useResource(`watches ${JSON.stringify(filters)}`, (signal) =>
    listed<Watch>("/api/watches", filters, signal),
  );
  const silent = useResource("silences", silences);
  const silentBy = useMemo(() => new Map(silent.data?.map((one) => [one.watchId, one])), [silent.data]);
  const onlySilent = address.get("silent") === "true";
  const items = (watches.data?.items ?? []).filter((watch) => !onlySilent || silentBy.has(watch.id));
  const chosen = items[Math.min(at, items.length - 1)];
  const filtered = onlySilent || FILTERS.some((name) => filters[name] !== "");

  const move = (by: number) => setAt((before) => Math.max(0, Math.min(items.length - 1, before + by)));
  const turnSilence = async (watch: Watch) => {
    if (!silentBy.has(watch.id)) return setOpen(watch);
    try {
      await speak(watch.id);
      toast({ text: `${watch.title} speaks again` });
      silent.reload();
    } catch (error) {
      toast({ text: String((error as Error).message), tone: "bad" });
    }
  };
  useCommands("Watches", [
    { keys: "j", does: "Next watch", run: () => move(1) },
    { keys: "k", does: "Watch before", run: () => move(-1) },
    { keys: "Enter", does: "Open the watch", run: () => chosen && route(addressOf(chosen)) },
    { keys: "e", does: "Edit the watch", run: () => chosen && route(addressOf(chosen)) },
    { keys: "s", does: "Silence the watch, or let it speak", run: () => chosen && void turnSilence(chosen) },
    { keys: "n", does: "New watch", run: () => route("/watches/+new") },
    { keys: "/", does: "Search the watches", run: () => search.current?.focus() },
  ]);
  const exportAll = async () => save("watches.yaml", await fileOf(items.filter((one) => !one.builtIn).map(bodyOf)));

  return (
    <View
      title="Watches"
      actions={
        <>
          <a class="button primary" href="/watches/+new" title="New watch (n)">
            New watch
          </a>
          <button type="button" onClick={() => setOpen("import")}>
            Import …
          </button>
          <button type="button" disabled={items.length === 0} onClick={() => void exportAll()}>
            {filtered ? "Export these" : "Export all"}
          </button>
        </>
      }
    >
      <search class="filters">
        <input
          ref={search}
          type="search"
          aria-label="Search the watches"
          placeholder="Search id, title, query"
          value={filters.q}
          onInput={(event) => address.set({ q: event.currentTarget.value })}
        />
        <select
          aria-label="Severity"
          value={filters.severity}
          onChange={(event) => address.set({ severity: event.currentTarget.value })}
        >
          <option value="">any severity</option>
          <option value="CRITICAL">critical</option>
          <option value="WARNING">warning</option>
          <option value="INFO">info</option>
        </select>
        <select
          aria-label="State"
          value={onlySilent ? "silent" : filters.enabled}
          onChange={({ currentTarget: { value } }) =>
            address.set({ enabled: value === "silent" ? null : value, silent: value === "silent" ? "true" : null })
          }
        >
          <option value="">in any state</option>
          <option value="true">enabled</option>
          <option value="false">disabled</option>
          <option value="silent">silenced</option>
        </select>
        <input
          class="watch-label-filter"
          aria-label="Label"
          placeholder="Label"
          value={filters.label}
          onInput={(event) => address.set({ label: event.currentTarget.value.trim() })}
        />
        <span class="muted" role="status">
          {watches.data ? `${items.length}${watches.data.more ? " or more" : ""} watches` : ""}
        </span>
      </search>
      <Listed
        watches={watches}
        items={items}
        at={at}
        silentBy={silentBy}
        filtered={filtered}
        clear={() => address.set({ q: null, severity: null, label: null, enabled: null, silent: null })}
      />
      {open === "import" && <ImportWatches close={() => setOpen(null)} done={watches.reload} />}
      {open !== null && open !== "import" && (
        <SilenceDialog watches={[open]} silence={silenced(silent.reload)} close={() => setOpen(null)} />
      )}
    </View>
  );
}

type ListedProps = {
  watches: ReturnType<typeof useResource<{ items: Watch[]; more: boolean }>>;
  items: Watch[];
  at: number;
  silentBy: Map<string, Silent>;
  filtered: boolean;
  clear: () => void;
};

function Listed({ watches, items, at, silentBy, filtered, clear }: ListedProps) {
  if (!watches.data) {
    return watches.error ? (
      <Failed what="the watches" error={watches.error} retry={watches.reload} />
    ) : (
      <Loading what="watches" />
    );
  }
  if (items.length === 0 && filtered) {
    return (
      <Empty title="No watch is like that">
        <button type="button" onClick={clear}>
          Show all
        </button>
      </Empty>
    );
  }
  if (items.length === 0) {
    return (
      <Empty title="No watches yet">
        A watch asks a question of every article. <a href="/watches/+new">Write the first</a>.
      </Empty>
    );
  }
  return (
    <VirtualList
      items={items}
      keyOf={(watch) => watch.id}
      rowHeight={60}
      label="Watches"
      focus={at}
      row={(watch, index) => <WatchRow watch={watch} silent={silentBy.get(watch.id)} chosen={index === at} />}
    />
  );
}

const addressOf = (watch: Watch) => `/watches/${encodeURIComponent(watch.id)}`;
