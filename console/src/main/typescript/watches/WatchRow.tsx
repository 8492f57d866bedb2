import type { Silent } from "../api/silences";
import { Moment } from "../time/Moment";
import { Bars } from "../ui/Bars";
import { SeverityMark } from "../ui/severity";
import { useStats } from "./store";
import type { Watch } from "./types";

type Props = { watch: Watch; silent: Silent | undefined; chosen: boolean };

/** A watch in the list: what it asks and how often it speaks. */
export function WatchRow({ watch, silent, chosen }: Props) {
  const stats = useStats(watch.id);
  return (
    <a
      class={`list-row watch-row ${chosen ? "chosen" : ""} ${watch.enabled ? "" : "off"}`}
      href={`/watches/${encodeURIComponent(watch.id)}`}
    >
      <SeverityMark severity={watch.severity} />
      <span class="watch-what">
        <span class="watch-title">
          {watch.title}
          {!watch.enabled && <span class="badge">disabled</span>}
          {watch.builtIn && <span class="badge">built in</span>}
          {silent && (
            <span class="badge silenced" title={[silent.who, silent.reason].filter(Boolean).join(": ")}>
              silent
              {silent.until && (
                <>
                  {" until "}
                  <Moment at={silent.until} />
                </>
              )}
            </span>
          )}
          {watch.labels.map((label) => (
            <span class="badge" key={label}>
              {label}
            </span>
          ))}
        </span>
        <code class="watch-query">{watch.query || "asks about sources, not articles"}</code>
      </span>
      <span class="watch-bars">
        {stats && (
          <Bars
            label={`Alerts a day of ${watch.title}`}
            bars={stats.days.map(({ day, alerts }) => ({ label: day, count: alerts }))}
          />
        )}
      </span>
      <span class="watch-figure">
        <b>{stats ? rate(stats.perDay) : "…"}</b>
        <small>a day</small>
      </span>
      <span class="watch-figure">
        {stats ? stats.lastAlertAt ? <Moment at={stats.lastAlertAt} as="ago" /> : "never" : "…"}
        <small>last alert</small>
      </span>
    </a>
  );
}

/** "0", "0.3", "12" */
export function rate(perDay: number): string {
  return perDay === 0 || perDay >= 9.95 ? String(Math.round(perDay)) : perDay.toFixed(1);
}
