import { computed } from "@preact/signals";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso/router";
import { get } from "../api/client";
import { useResource } from "../api/resource";
import { connection } from "../api/stream";
import type { AlertInView } from "../api/types";
import { useCommands } from "../app/keys";
import { now } from "../time/now";
import { zone } from "../time/zone";
import { SilenceDialog } from "../ui/SilenceDialog";
import { Empty, Failed, Loading } from "../ui/states";
import { View } from "../ui/View";
import { VirtualList } from "../ui/VirtualList";
import { count } from "../ui/words";
import { acknowledge, named, perWatch, pick, reject, reopen, silenceWatch, undo } from "./actions";
import { lastRead, meanwhile } from "./catchup";
import { Detail } from "./Detail";
import { type Desk, deskOf } from "./desk";
import { NameDialog, RejectDialog } from "./dialogs";
import { FilterBar } from "./FilterBar";
import { type AlertFilter, addressOf, filterOf, isFiltered } from "./filters";
import { Row } from "./Row";
import { useReading } from "./reading";

type Asking = { what: "reject" | "silence"; alerts: readonly AlertInView[] } | null;

/** Alerts as they come, the newest on top; beside them the one that is looked at. */
export default function AlertsView() {
  const { query, params } = useRoute();
  const { route } = useLocation();
  const address = addressOf(filterOf(query));
  const filter = useMemo<AlertFilter>(() => filterOf(query), [address]);
  const desk = deskOf(filter);
  const id = params.id ?? "";
  const [asking, setAsking] = useState<Asking>(null);
  const { story, alert, error, reload } = useOpened(desk, id);

  const hrefOf = (alert: { id: string }) => `/alerts/${encodeURIComponent(alert.id)}${address}`;
  const back = `/alerts${address}`;
  const ask = (what: "reject" | "silence", alerts: readonly AlertInView[]) => {
    if (alerts.length > 0) named(() => setAsking({ what, alerts }));
  };
  const act = {
    acknowledge: (alerts: readonly AlertInView[]) => acknowledge(desk, alerts),
    reject: (alerts: readonly AlertInView[]) => ask("reject", alerts),
    silence: (alerts: readonly AlertInView[]) => ask("silence", alerts),
    reopen: (alerts: readonly AlertInView[]) => reopen(desk, alerts),
    pick,
  };
  const current = () =>
    desk.rows.value.find(({ key }) => key === (desk.cursor.value ?? story?.key))?.alerts ??
    story?.alerts ??
    (alert === undefined ? [] : [alert]);
  const move = (by: number) => {
    const rows = desk.rows.value;
    const at = rows.findIndex(({ key }) => key === (desk.cursor.value ?? story?.key));
    const to = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (to === undefined) return;
    desk.cursor.value = to.key;
    desk.seen(to);
    if (id !== "" && to.alerts[0]) route(hrefOf(to.alerts[0]), true);
  };

  useCommands("Alerts", [
    { keys: "j", does: "The next one", run: () => move(1) },
    { keys: "k", does: "The one before", run: () => move(-1) },
    { keys: "Enter", does: "Open it", run: () => open(current(), route, hrefOf) },
    { keys: "a", does: "Acknowledge it", run: () => act.acknowledge(current()) },
    { keys: "r", does: "Reject it, and why by one more key", run: () => act.reject(perWatch(current())) },
    { keys: "s", does: "Silence its watch", run: () => act.silence(perWatch(current())) },
    { keys: "w", does: "Why it came, and why not", run: () => why(current(), route, hrefOf, id) },
    { keys: "b", does: "Pick it for the brief, or not", run: () => pick(perWatch(current())) },
    { keys: "u", does: "Undo, within 10 seconds", run: () => void undo() },
    { keys: "n", does: "Show the new ones", run: () => showNew(desk) },
    {
      keys: "Escape",
      does: "Close the alert, leave the row",
      run: () => {
        if (id !== "") route(back);
        else leave(desk);
      },
    },
  ]);

  return (
    <View title="Alerts" actions={<FilterBar filter={filter} />}>
      <div class={id === "" ? "desk" : "desk with-detail"}>
        <List desk={desk} openKey={story?.key} closed={id === ""} hrefOf={hrefOf} />
        {id !== "" && (
          <Detail key={id} alert={alert} error={error} reload={reload} hrefOf={hrefOf} back={back} {...act} />
        )}
      </div>
      {asking?.what === "reject" && (
        <RejectDialog
          close={() => setAsking(null)}
          choose={(reason) => {
            setAsking(null);
            reject(desk, asking.alerts, reason);
          }}
        />
      )}
      {asking?.what === "silence" && (
        <SilenceDialog
          watches={asking.alerts.map(({ watchId, watchTitle }) => ({ id: watchId, title: watchTitle || watchId }))}
          silence={silenceWatch}
          close={() => setAsking(null)}
        />
      )}
      <NameDialog />
    </View>
  );
}

/** The alert of an address, with what was said of it since, and its story if the list has it. */
function useOpened(desk: Desk, id: string) {
  const { data, error, reload } = useResource(id === "" ? null : `alert ${id}`, (signal) =>
    get<AlertInView>(`/api/alerts/${encodeURIComponent(id)}`, undefined, signal),
  );
  useEffect(() => {
    desk.opened.value = data;
  }, [desk, data]);
  const listed = useMemo(() => computed(() => (id === "" ? undefined : desk.story(id))), [desk, id]);
  const story = listed.value;
  const known = story?.alerts.find((alert) => alert.id === id);
  const opened = desk.opened.value?.id === id ? desk.opened.value : undefined;
  const alert = opened && known ? { ...opened, status: known.status, feedback: known.feedback } : (opened ?? known);
  return { story, alert, error, reload };
}

function open(
  alerts: readonly AlertInView[],
  route: (url: string) => void,
  hrefOf: (alert: AlertInView) => string,
): void {
  if (alerts[0] !== undefined) route(hrefOf(alerts[0]));
}

function why(
  alerts: readonly AlertInView[],
  route: (url: string) => void,
  hrefOf: (alert: AlertInView) => string,
  id: string,
): void {
  if (id === "") open(alerts, route, hrefOf);
  const start = performance.now();
  // the alert may have to come first
  const find = () => {
    const heading = document.getElementById("why");
    if (heading !== null) {
      const panel = document.getElementById("detail");
      const section = heading.parentElement;
      if (panel !== null && section !== null) panel.scrollTop = section.offsetTop;
      heading.focus({ preventScroll: true });
    } else if (performance.now() - start < 3_000) {
      requestAnimationFrame(find);
    }
  };
  find();
}

function leave(desk: Desk): void {
  desk.cursor.value = null;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (!desk.scrolled) desk.release();
}

function showNew(desk: Desk): void {
  desk.cursor.value = null;
  desk.scrolled = false;
  desk.scrollTop = 0;
  document.querySelector(".desk .scroller")?.scrollTo({ top: 0 });
  desk.release();
}

type ListProps = {
  desk: Desk;
  openKey: string | undefined;
  /** No alert is open beside it, or in its place. */
  closed: boolean;
  hrefOf: (alert: { id: string }) => string;
};

function List({ desk, openKey, closed, hrefOf }: ListProps) {
  const box = useRef<HTMLDivElement>(null);
  const rows = desk.rows.value;
  const error = desk.error.value;
  const cursor = desk.cursor.value;
  const markAt = desk.meanwhile.value === null ? -1 : lastRead(rows, desk.openedAt);
  const at = cursor === null ? (desk.goOn.peek() ? markAt : -1) : rows.findIndex(({ key }) => key === cursor);
  useReading(desk, box);

  useEffect(() => {
    // once is enough: from there whoever reads scrolls
    if (markAt >= 0 || cursor !== null) desk.goOn.value = false;
  }, [desk, markAt, cursor]);

  useEffect(() => {
    // on a narrow screen the list is away while an alert is open, and forgets where it was
    const scroller = box.current?.querySelector(".scroller");
    if (scroller && closed && desk.scrollTop > 0) scroller.scrollTop = desk.scrollTop;
  }, [desk, closed]);
  useEffect(() => {
    const row = cursor === null ? null : box.current?.querySelector<HTMLElement>('[aria-current="true"]');
    if (!row) return;
    const focused = document.activeElement;
    const beside = document.getElementById("detail")?.contains(focused) ?? false;
    if (!row.contains(focused) && !beside) row.focus({ preventScroll: true });
    // rows have another height beside an open alert
    requestAnimationFrame(() => row.scrollIntoView({ block: "nearest" }));
  }, [cursor, closed]);
  const onScroll = useCallback(
    (event: Event) => {
      const { scrollTop, clientHeight } = event.target as HTMLElement;
      if (clientHeight === 0) return;
      desk.scrollTop = scrollTop;
      const scrolled = scrollTop > 40;
      if (desk.scrolled && !scrolled && desk.cursor.peek() === null) {
        desk.scrolled = false;
        desk.release();
      }
      desk.scrolled = scrolled;
    },
    [desk],
  );

  return (
    <div class="desk-list" ref={box} onScrollCapture={onScroll}>
      <News desk={desk} />
      {error && rows.length === 0 ? (
        <Failed what="the alerts" error={error} retry={() => void desk.load()} />
      ) : desk.loading.value && rows.length === 0 ? (
        <Loading what="alerts" />
      ) : rows.length === 0 ? (
        isFiltered(desk.filter) ? (
          <Empty title="No alert passes this filter">
            <a href="/alerts">Show all</a>
          </Empty>
        ) : (
          <Empty title="No alerts yet">They appear here the moment a watch matches.</Empty>
        )
      ) : (
        <VirtualList
          items={rows}
          keyOf={(story) => story.key}
          rowHeight={104}
          label="Alerts, the newest first"
          focus={at}
          atEnd={desk.loadMore}
          row={(story, index) => (
            <Row
              story={story}
              current={story.key === cursor}
              reached={cursor === null ? index === 0 : story.key === cursor}
              open={story.key === openKey}
              readUntilHere={index === markAt && index > 0}
              hrefOf={hrefOf}
              choose={() => {
                desk.cursor.value = story.key;
                desk.seen(story);
              }}
            />
          )}
        />
      )}
    </div>
  );
}

/** What has come and is not in sight, and how the line is. */
function News({ desk }: { desk: Desk }) {
  const { alerts, stories, critical } = desk.waiting.value;
  const since = desk.meanwhile.value;
  const perSecond = desk.perSecond.value;
  const line = connection.value;
  return (
    <div class="news">
      {line !== "live" && line !== "connecting" && (
        <p class="news-line" role="status">
          {line === "offline"
            ? "This machine is offline. What comes meanwhile is shown when it is back."
            : "The line is down; trying again. What comes meanwhile is shown when it is back."}
        </p>
      )}
      {since !== null && (
        <p class="news-since" role="status">
          <strong>{meanwhile(since.alerts, since.critical, since.since, zone.value, now.value)}</strong>
          <button type="button" class="plain" onClick={() => showNew(desk)}>
            Newest
          </button>
          <button type="button" class="plain" onClick={() => desk.readAll()}>
            All read
          </button>
        </p>
      )}
      {alerts > 0 && (
        <button type="button" class="news-new" onClick={() => showNew(desk)}>
          <strong>{`${alerts.toLocaleString("en-US")} new`}</strong>
          {stories < alerts && ` in ${count(stories, "story", "stories")}`}
          {critical > 0 && <span class="severity critical">{`${critical} critical`}</span>}
          {perSecond >= 1 && <span>{`${Math.round(perSecond)} a second`}</span>}
          <kbd>n</kbd>
        </button>
      )}
    </div>
  );
}
