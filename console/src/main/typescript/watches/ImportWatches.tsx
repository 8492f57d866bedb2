import { useState } from "preact/hooks";
import { ApiError, send } from "../api/client";
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

/** Takes watches out of a file: says first what each would change and what is wrong, then writes those that are right. */
export function ImportWatches({ close, done }: { close: () => void; done: () => void }) {
  const [rows, setRows] = useState<Row[]>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const look = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    setBusy(true);
    try {
      setRows(await Promise.all((await watchesIn(await file.text())).map(rowOf)));
    } catch (error) {
      setProblem((error as Error).message);
    }
    setBusy(false);
  };
  const wanted =
    rows?.filter(({ what, problem: wrong, state }) => what !== "same" && !wrong && state === "waiting") ?? [];
  const go = async () => {
    setBusy(true);
    for (const row of wanted) {
      try {
        await write(row.body, row.etag);
        row.state = "written";
      } catch (error) {
        row.state = "failed";
        row.problem = (error as Error).message;
      }
      setRows((before) => before && [...before]);
    }
    setBusy(false);
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
        <button type="button" class="primary" disabled={busy || wanted.length === 0} onClick={() => void go()}>
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

async function rowOf(given: Partial<WatchBody>): Promise<Row> {
  const body = { ...bodyOf(given), title: given.title || given.id || "" };
  let stored: Stored | null = null;
  let problem: string | null = null;
  try {
    stored = await read(body.id);
    body.enabled = given.enabled ?? stored.watch.enabled;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) problem = (error as Error).message;
  }
  try {
    // as the file has it: a part that there is not is to be said, too
    const checked = await send<Checked>("POST", "/api/watches/check", { body: given });
    problem ??= checked.problems.find(({ severity }) => severity === "ERROR")?.message ?? null;
  } catch (error) {
    problem ??= (error as Error).message;
  }
  const fields = stored === null ? [] : changes(bodyOf(stored.watch), body).map(({ field }) => field);
  const what = stored === null ? "new" : fields.length === 0 ? "same" : "changed";
  return { body, etag: stored?.etag ?? null, what, fields, problem, state: "waiting" };
}
