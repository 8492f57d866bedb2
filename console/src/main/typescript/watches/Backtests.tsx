import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, get, send } from "../api/client";
import { Moment } from "../time/Moment";
import { Bars } from "../ui/Bars";
import { Empty } from "../ui/states";
import { cleaned } from "./draft";
import { Marked } from "./Marked";
import type { Backtest, BacktestFigures, BacktestReport, WatchBody } from "./types";

const POLL_MILLIS = 400;
const SPANS = [
  { since: "1d", name: "1 day" },
  { since: "7d", name: "7 days" },
  { since: "30d", name: "30 days" },
];

/** What the watch, as it stands in the editor, would have told. */
export function Backtests({ watch }: { watch: WatchBody }) {
  const [since, setSince] = useState("7d");
  const { test, problem, begin, cancel } = useBacktest();
  const running = test?.state === "WAITING" || test?.state === "RUNNING";
  const report = test?.state === "DONE" ? test.watches?.[0] : undefined;
  return (
    <section class="panel-body" aria-label="Back-test">
      <div class="panel-line">
        <label class="inline">
          <span>Over the last</span>
          <select value={since} disabled={running} onChange={(event) => setSince(event.currentTarget.value)}>
            {SPANS.map((span) => (
              <option key={span.since} value={span.since}>
                {span.name}
              </option>
            ))}
          </select>
        </label>
        {running ? (
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        ) : (
          <button
            type="button"
            class="primary"
            disabled={watch.query.trim() === ""}
            onClick={() => void begin(since, { ...cleaned(watch), id: watch.id.trim() || "draft" })}
          >
            Run
          </button>
        )}
      </div>
      {running && test && (
        <div class="running" role="status">
          <progress max={1} value={test.done} aria-label="How far the back-test is" />
          <span>
            {test.state === "WAITING"
              ? "waits for another to end"
              : `${Math.round(test.done * 100)} %, ${test.articles} articles, ${test.matches} matches`}
          </span>
        </div>
      )}
      {(problem || test?.problem) && (
        <p class="problem" role="alert">
          {problem ?? test?.problem}
        </p>
      )}
      {report ? (
        <Report report={report} />
      ) : (
        !running && (
          <Empty title="What would it have told?">
            The watch is held against the articles that are kept, as it stands in the editor. Nothing is written and
            nobody is told.
          </Empty>
        )
      )}
    </section>
  );
}

function useBacktest() {
  const [test, setTest] = useState<Backtest>();
  const [problem, setProblem] = useState<string>();
  const running = useRef<AbortController | null>(null);
  const stop = (id: string | undefined) => {
    running.current?.abort();
    running.current = null;
    // it ends by itself at last; that it is not told to costs only time
    if (id !== undefined) send("DELETE", `/api/backtests/${id}`).catch(() => undefined);
  };
  const last = useRef(test);
  last.current = test;
  useEffect(() => () => stop(isOver(last.current) ? undefined : last.current?.id), []);

  const begin = async (since: string, watch: WatchBody) => {
    stop(last.current?.id);
    const control = new AbortController();
    running.current = control;
    setProblem(undefined);
    try {
      let now = await send<Backtest>("POST", "/api/backtests", {
        body: { since, watches: [watch] },
        signal: control.signal,
      });
      setTest(now);
      while (!isOver(now)) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
        now = await get<Backtest>(`/api/backtests/${now.id}`, {}, control.signal);
        setTest(now);
      }
    } catch (error) {
      if (control.signal.aborted) return;
      setTest(undefined);
      setProblem(error instanceof ApiError ? error.message : String(error));
    }
  };
  const cancel = () => {
    stop(last.current?.id);
    setTest(undefined);
  };
  return { test, problem, begin, cancel };
}

function isOver(test: Backtest | undefined): boolean {
  return test === undefined || (test.state !== "WAITING" && test.state !== "RUNNING");
}

function Report({
  report: { tried, current, added, lost, notes, addedSamples, lostSamples },
}: {
  report: BacktestReport;
}) {
  const days = Object.entries(tried.perDay).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <div class="report">
      <dl class="figures">
        <Figure name="alerts" value={tried.alerts} />
        <Figure name="of them updates" value={tried.updates} />
        <Figure name="articles that matched" value={tried.matches} />
        {current && (
          <>
            <Figure name="alerts of the version in force" value={current.alerts} />
            <Figure name="more than that" value={added} sign="+" />
            <Figure name="no longer" value={lost} sign="−" />
          </>
        )}
        {Object.entries(tried.held).map(([by, count]) => (
          <Figure key={by} name={`held by ${by.toLowerCase().replaceAll("_", " ")}`} value={count} />
        ))}
      </dl>
      {days.length > 0 && (
        <figure class="per-day">
          <Bars
            label={`Alerts a day: ${days.map(([day, count]) => `${day} ${count}`).join(", ")}`}
            bars={days.map(([label, count]) => ({ label, count }))}
          />
          <figcaption>
            <span>{days[0]?.[0]}</span>
            <span>alerts a day, UTC; at most {Math.max(...days.map(([, count]) => count))}</span>
            <span>{days.at(-1)?.[0]}</span>
          </figcaption>
        </figure>
      )}
      {notes.map((note) => (
        <p class="remark warning" key={note}>
          {note}
        </p>
      ))}
      {current && added + lost > 0 ? (
        <>
          <Samples title="Would come" samples={addedSamples} />
          <Samples title="Would come no longer" samples={lostSamples} />
        </>
      ) : (
        <Samples title="Such as" samples={tried.samples} />
      )}
    </div>
  );
}

function Figure({ name, value, sign = "" }: { name: string; value: number; sign?: string }) {
  return (
    <div>
      <dd>{value > 0 ? `${sign}${value}` : value}</dd>
      <dt>{name}</dt>
    </div>
  );
}

function Samples({ title, samples }: { title: string; samples: BacktestFigures["samples"] }) {
  if (samples.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ol class="hits">
        {samples.slice(0, 20).map((sample) => {
          const clause = sample.clauses[0];
          return (
            <li key={sample.id}>
              <a href={`/articles/${encodeURIComponent(sample.articleId)}`} dir="auto">
                {sample.headline}
              </a>
              {clause?.snippet && (
                <p dir="auto">
                  <Marked
                    text={clause.snippet}
                    ranges={sample.clauses
                      .filter(
                        ({ snippetStart, field }) => snippetStart === clause.snippetStart && field === clause.field,
                      )
                      .map(({ start, end }) => ({
                        start: start - clause.snippetStart,
                        end: end - clause.snippetStart,
                      }))}
                  />
                </p>
              )}
              <small>
                {sample.source ?? "unknown outlet"} · <Moment at={sample.raisedAt} />
              </small>
            </li>
          );
        })}
      </ol>
    </>
  );
}
