import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { get } from "../api/client";
import { useAddress } from "../app/address";
import { useCommands } from "../app/keys";
import { Moment } from "../time/Moment";
import { now } from "../time/now";
import { Failed, Loading } from "../ui/states";
import { View } from "../ui/View";
import { count } from "../ui/words";
import { DeadLetters } from "./DeadLetters";
import { duration, figure, lagByGroup } from "./figures";
import { useRefreshed } from "./refreshed";
import type { Service, SystemState } from "./types";

const REFRESH_MILLIS = 5_000;
const OLD_MILLIS = 20_000;
const AGAIN_MILLIS = 700;
const MOST_TRIES = 3;

/** How Vedette does: what works, what is behind, how long an alert takes, what could not be processed. */
export default function SystemView() {
  const state = useRefreshed("system", REFRESH_MILLIS, (signal) => get<SystemState>("/api/system", {}, signal));
  const { error, reload } = state;
  const data = useCurrent(state.data, reload);
  const address = useAddress();
  useCommands("System", [{ keys: "r", does: "Ask again now", run: reload }]);
  return (
    <View
      title="System"
      actions={
        data && (
          <span class="muted">
            Vedette {data.version} · <Moment at={data.at} />
          </span>
        )
      }
    >
      {error && (!data || error.status !== 0) && <Failed what="how it goes" error={error} retry={reload} />}
      {error && data && error.status === 0 && (
        <p class="stale-note" role="alert">
          {error.message} This is how it was <Moment at={data.at} as="ago" /> ago.
        </p>
      )}
      {!data && !error && <Loading what="how it goes" />}
      {data && (
        <div class="system">
          <Figures state={data} />
          <Services state={data} />
          <Behind state={data} />
        </div>
      )}
      <DeadLetters counts={data?.deadLetters ?? null} address={address} />
    </View>
  );
}

/** An answer may be of whenever somebody looked last, and has the server look again: what is too old is asked once more soon. */
function useCurrent(data: SystemState | undefined, reload: () => void): SystemState | undefined {
  const [tries, setTries] = useState(0);
  const old = data !== undefined && Date.now() - Date.parse(data.at) > OLD_MILLIS;
  // the clocks of two machines may differ: then it is shown all the same
  const again = old && tries < MOST_TRIES;
  useEffect(() => {
    if (!old) setTries(0);
    if (!again) return;
    const timer = setTimeout(() => {
      setTries((before) => before + 1);
      reload();
    }, AGAIN_MILLIS);
    return () => clearTimeout(timer);
  }, [data, old, again, reload]);
  return again ? undefined : data;
}

/** What one wants to know first, in large figures. */
function Figures({ state: { timeToAlert, rates, canary, lag } }: { state: SystemState }) {
  const behind = lag?.reduce((sum, { records }) => sum + records, 0);
  return (
    <section class="tiles" aria-label="At a glance">
      <Tile name="time to alert" value={timeToAlert ? duration(timeToAlert.p50) : "–"} tone="plain">
        {timeToAlert
          ? `half are sooner; 95 % within ${duration(timeToAlert.p95)}, 99 % within ${duration(timeToAlert.p99)}; ${figure(timeToAlert.alerts)} measured`
          : "no alerts of late"}
      </Tile>
      <Tile name="articles a second" value={rates.articles === null ? "–" : figure(rates.articles)} tone="plain">
        {`over ${Math.round(rates.seconds / 60)} min`}
      </Tile>
      <Tile name="alerts a second" value={rates.alerts === null ? "–" : figure(rates.alerts)} tone="plain">
        {rates.alerts === null ? "this instance does not know" : `${figure(rates.alerts * 3600)} an hour`}
      </Tile>
      <Tile name="records behind" value={behind === undefined ? "–" : figure(behind)} tone="plain">
        {behind === undefined ? "Kafka does not say" : "all groups and topics together"}
      </Tile>
      {canary && (
        <Tile
          name="canary"
          value={canary.millis === null ? "–" : duration(canary.millis)}
          tone={canary.missing > 0 ? "bad" : "good"}
        >
          {canary.missing > 0 ? (
            `missing in ${canary.missing} ${canary.missing === 1 ? "partition" : "partitions"}: alerts may not come`
          ) : canary.lastSeen ? (
            <>
              through every part, <Moment at={canary.lastSeen} as="ago" />
              {now.value.getTime() - Date.parse(canary.lastSeen) >= 5000 && " ago"}
            </>
          ) : (
            "none has come yet"
          )}
        </Tile>
      )}
    </section>
  );
}

type TileProps = { name: string; value: string; tone: "plain" | "good" | "bad"; children: ComponentChildren };

function Tile({ name, value, tone, children }: TileProps) {
  return (
    <div class={`tile ${tone}`}>
      <h2>{name}</h2>
      <p class="tile-value">{value}</p>
      <p class="muted">{children}</p>
    </div>
  );
}

function Services({ state: { kafka, services } }: { state: SystemState }) {
  return (
    <section aria-labelledby="services">
      <h2 id="services">Services</h2>
      {!kafka.up && (
        <p class="problem" role="alert">
          Kafka does not answer{kafka.detail && `: ${kafka.detail}`}
        </p>
      )}
      {kafka.up && kafka.detail && <p class="muted">{kafka.detail}</p>}
      <ul class="services">
        {services.map((service) => (
          <li key={service.name}>
            <ServiceState service={service} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ServiceState({ service: { name, ready, components } }: { service: Service }) {
  return (
    <>
      <h3>
        <span class={`state-dot ${ready ? "good" : "bad"}`} aria-hidden="true" />
        {name} <small>{ready ? "ready" : "not ready"}</small>
      </h3>
      <ul>
        {components.map((component) => (
          <li key={component.name} class={component.up ? "" : "problem"}>
            <span aria-hidden="true">{component.up ? "✓" : "✗"}</span> {component.name}
            {!component.up && <span class="hidden"> is down</span>}
            {component.detail && <small> {component.detail}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Behind({ state: { lag, groups } }: { state: SystemState }) {
  if (lag === null) return null;
  const stateOf = new Map(groups?.map((group) => [group.group, group]));
  const most = Math.max(1, ...lag.map(({ records }) => records));
  return (
    <section aria-labelledby="lag">
      <h2 id="lag">Lag</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label="Records behind">
        <table>
          <thead>
            <tr>
              <th>Consumer group</th>
              <th>Topic</th>
              <th class="number">Records behind</th>
              <th class="lag-bar">
                <span class="hidden">In relation to the others</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lagByGroup(lag).flatMap(({ group, topics }) =>
              topics.map(({ topic, records }, index) => (
                <tr key={`${group} ${topic}`} class={index === 0 ? "first" : ""}>
                  <td>
                    {index === 0 && (
                      <>
                        {group}{" "}
                        <small>
                          {stateOf.get(group)?.state?.toLowerCase() ?? "unknown"},{" "}
                          {count(stateOf.get(group)?.members ?? 0, "member")}
                        </small>
                      </>
                    )}
                  </td>
                  <td>
                    <code>{topic}</code>
                  </td>
                  <td class="number">{figure(records)}</td>
                  <td class="lag-bar">
                    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                      <rect width={(records / most) * 100} height={8} />
                    </svg>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </section>
  );
}
