import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, send } from "../api/client";
import { lane } from "../api/lane";
import { patiently } from "../api/patiently";
import { Dialog } from "../ui/Dialog";
import { bodyOf, changes } from "./draft";
import { watchesIn } from "./files";
import { read, type Stored, write } from "./store";
import type { Checked, WatchBody } from "./types";

type Row = {
  body: WatchBody;
  etag: string | null;
  what: "new" | "changed" | "same";
  fields: string[];
  problem: string | null;
  state: "waiting" | "written" | "failed";
};

/** What is going on, and how far it is. */
type Progress = { does: "Looking at" | "Writing"; done: number; of: number };

const AT_A_TIME = 4;
/** So often at most a long table is drawn anew. */
const DRAW_MILLIS = 200;

/**
 * Takes watches out of a file: says first what each would change and what is wrong, then writes those that are right.  Closing it
 * ends what is under way.
 */
export function ImportWatches({ close, done }: { close: () => void; done: () => void }) {
  const [rows, setRows] = useState<Row[]>();
  const [problem, setProblem] = useState<string>();
  const [progress, setProgress] = useState<Progress | null>(null);
  const closed = useRef(new AbortController());
  useEffect(() => () => closed.current.abort(), []);
  const { signal } = closed.current;
  const look = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    setRows(undefined);
    const fewAtATime = lane(AT_A_TIME);
    try {
      const given = await watchesIn(await file.text());
      const steps = steadily(given.length, (done) => setProgress({ does: "Looking at", done, of: given.length }));
      const look = async (one: Partial<WatchBody>) => {
        signal.throwIfAborted();
        const row = await rowOf(one, signal);
        steps();
        return row;
      };
      setRows(await Promise.all(given.map((one) => fewAtATime(() => look(one)))));
    } catch (error) {
      if (!signal.aborted) setProblem((error as Error).message);
    }
    setProgress(null);
  };
  const wanted =
    rows?.filter(({ what, problem: wrong, state }) => what !== "same" && !wrong && state === "waiting") ?? [];
  const go = async () => {
    const steps = steadily(wanted.length, (done) => {
      setProgress({ does: "Writing", done, of: wanted.length });
      setRows((before) => before && [...before]);
    });
    for (const row of wanted) {
      try {
        await patiently(() => write(row.body, row.etag), signal);
        row.state = "written";
      } catch (error) {
        row.state = "failed";
        row.problem = (error as Error).message;
      }
      if (signal.aborted) break;
      steps();
    }
    setProgress(null);
    done();
  };
  return (
    <Dialog title="Import watches" close={close} class="wide">
      <label class="watch-file">
        <span>A file of watches, YAML or JSON</span>
        <input
          type="file"
          accept=".yaml,.yml,.json,application/yaml,application/json"
          onChange={(event) => void look(event.currentTarget.files?.[0])}
        />
      </label>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {progress && (
        <p class="watch-progress" role="status">
          <progress value={progress.done} max={progress.of} aria-label={progress.does} />
          {`${progress.does} ${progress.done.toLocaleString("en-US")} of ${progress.of.toLocaleString("en-US")}`}
        </p>
      )}
      {rows && (
        <table class="watch-import">
          <thead>
            <tr>
              <th>Watch</th>
              <th>What happens</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.body.id}>
                <td>
                  <code>{row.body.id}</code>
                </td>
                <td class={row.problem ? "problem" : ""}>{row.problem ?? said(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="form-actions">
        <button type="button" onClick={close}>
          {rows?.some(({ state }) => state === "written") ? "Close" : "Cancel"}
        </button>
        <button
          type="button"
          class="primary"
          disabled={progress !== null || wanted.length === 0}
          onClick={() => void go()}
        >
          {`Write ${wanted.length} ${wanted.length === 1 ? "watch" : "watches"}`}
        </button>
      </div>
    </Dialog>
  );
}

function said({ state, what, fields }: Row): string {
  if (state === "written") return "written";
  if (what === "same") return "is there already, the same";
  return what === "new" ? "is new" : `changes ${fields.join(", ")}`;
}

/** Counts what is done, and tells it at the beginning, at the end and every now and then. */
function steadily(of: number, tell: (done: number) => void): () => void {
  let done = 0;
  let told = performance.now();
  tell(0);
  return () => {
    done++;
    if (done < of && performance.now() - told < DRAW_MILLIS) return;
    told = performance.now();
    tell(done);
  };
}

async function rowOf(given: Partial<WatchBody>, signal: AbortSignal): Promise<Row> {
  const body = { ...bodyOf(given), title: given.title || given.id || "" };
  let stored: Stored | null = null;
  let problem: string | null = null;
  try {
    stored = await patiently(() => read(body.id, signal), signal);
    body.enabled = given.enabled ?? stored.watch.enabled;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) problem = (error as Error).message;
  }
  try {
    // as the file has it: a part that there is not is to be said, too
    const checked = await patiently(() => send<Checked>("POST", "/api/watches/check", { body: given, signal }), signal);
    problem ??= checked.problems.find(({ severity }) => severity === "ERROR")?.message ?? null;
  } catch (error) {
    problem ??= (error as Error).message;
  }
  const fields = stored === null ? [] : changes(bodyOf(stored.watch), body).map(({ field }) => field);
  const what = stored === null ? "new" : fields.length === 0 ? "same" : "changed";
  return { body, etag: stored?.etag ?? null, what, fields, problem, state: "waiting" };
}
