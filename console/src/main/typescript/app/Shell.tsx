import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ErrorBoundary } from "preact-iso/lazy";
import { Route, Router, useLocation } from "preact-iso/router";
import { connection } from "../api/stream";
import { clock, zoneOf } from "../time/format";
import { now } from "../time/now";
import { switchZone, zone } from "../time/zone";
import { Empty } from "../ui/states";
import { View } from "../ui/View";
import { watchForAlerts } from "./attention";
import { Help } from "./Help";
import { keyWanted, userName } from "./identity";
import { type Command, useCommands } from "./keys";
import { Settings } from "./Settings";
import { Toasts } from "./toasts";
import { ROUTES, VIEWS } from "./views";

type Open = "help" | "settings" | null;

const open = signal<Open>(null);

/** What is around every view: where to go, the time, whether news comes in, who sits here. */
export function Shell() {
  const { path, route } = useLocation();
  const here = VIEWS.find((view) => path === view.path || path.startsWith(`${view.path}/`));

  useEffect(watchForAlerts, []);

  useEffect(() => {
    if (path === "/") route("/alerts", true);
  }, [path, route]);

  useCommands("Everywhere", [
    ...VIEWS.map(
      ({ path: to, title, key }): Command => ({ keys: `g ${key}`, does: `Go to ${title}`, run: () => route(to) }),
    ),
    { keys: "?", does: "Show what the keys do", run: () => toggle("help") },
    { keys: ",", does: "Settings: name, key, theme, zone", run: () => toggle("settings") },
  ]);

  const dialog = keyWanted.value ? "settings" : open.value;
  return (
    <div class="shell">
      <a class="skip" href="#view">
        Skip to the view
      </a>
      <nav aria-label="Views">
        <a class="brand" href="/alerts" aria-label="Vedette, alerts">
          <img src="/console/icon.svg" alt="" width={26} height={26} />
        </a>
        {VIEWS.map((view) => (
          <a
            key={view.path}
            href={view.path}
            class="nav-item"
            aria-current={view === here ? "page" : undefined}
            title={`${view.title} (g ${view.key})`}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={view.icon} />
            </svg>
            <span>{view.title}</span>
          </a>
        ))}
      </nav>
      <div class="top">
        <Line />
        <button type="button" class="plain clock" title="Switch between UTC and local time" onClick={switchZone}>
          {`${clock(now.value, zone.value)} ${zoneOf(now.value, zone.value)}`}
        </button>
        <button type="button" class="plain" title="Settings (,)" onClick={() => toggle("settings")}>
          {userName.value === "" ? "Who are you?" : userName.value}
        </button>
        <button type="button" class="plain" title="Keys (?)" aria-label="Keys" onClick={() => toggle("help")}>
          ?
        </button>
      </div>
      <ErrorBoundary onError={(error) => console.error("a view has failed", error)}>
        <Router>
          {ROUTES.map(({ path: at, component }) => (
            <Route key={at} path={at} component={component} />
          ))}
          <Route default component={Nowhere} />
        </Router>
      </ErrorBoundary>
      {dialog === "help" && <Help close={close} />}
      {dialog === "settings" && <Settings close={close} />}
      <Toasts />
    </div>
  );
}

const WORDS = {
  connecting: "connecting …",
  live: "live",
  reconnecting: "reconnecting …",
  offline: "offline",
};

/** Whether news comes in. */
function Line() {
  const state = connection.value;
  return (
    <span class={`line ${state}`} role="status">
      {WORDS[state]}
    </span>
  );
}

function Nowhere() {
  return (
    <View title="Not here">
      <Empty title="There is nothing at this address">
        <a href="/alerts">Go to the alerts</a>
      </Empty>
    </View>
  );
}

function toggle(which: Exclude<Open, null>): void {
  open.value = open.value === which ? null : which;
}

function close(): void {
  open.value = null;
  keyWanted.value = false;
}
