import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useResource } from "../api/resource";
import { type Silent, silences, speak } from "../api/silences";
import { useAddress } from "../app/address";
import { useCommands } from "../app/keys";
import { toast } from "../app/toasts";
import { Moment } from "../time/Moment";
import { Confirm } from "../ui/Confirm";
import { Choices } from "../ui/controls";
import { Dialog } from "../ui/Dialog";
import { SilenceDialog } from "../ui/SilenceDialog";
import { Empty, Failed, Loading } from "../ui/states";
import { View } from "../ui/View";
import { Backtests } from "./Backtests";
import { Differences } from "./Differences";
import { bodyOf, changes, emptyWatch } from "./draft";
import { Examples } from "./Examples";
import { fileOf, save as saveFile } from "./files";
import { Options } from "./Options";
import { Preview } from "./Preview";
import { QueryEditor } from "./QueryEditor";
import { silenced } from "./silenced";
import { read, type Stored, useStats } from "./store";
import type { Checked } from "./types";
import { type Draft, useChecked, useDraft } from "./useDraft";
import { Versions } from "./Versions";
import { rate } from "./WatchRow";

type Props = { id: string | null; query: string; copyOf: string };

/** One watch, or a new one: reads what there is before anybody writes. */
export function WatchPage({ id, query, copyOf }: Props) {
  const from = id ?? (copyOf === "" ? null : copyOf);
  const { data, error, reload } = useResource(from === null ? null : `watch ${from}`, (signal) =>
    read(from ?? "", signal),
  );
  const back = <a href="/watches">All watches</a>;
  if (error?.status === 404) {
    return (
      <View title="Watch">
        <Empty title={`There is no watch ${from}`}>{back}</Empty>
      </View>
    );
  }
  if (from !== null && !data) {
    return (
      <View title="Watch">
        {error ? <Failed what={`the watch ${from}`} error={error} retry={reload} /> : <Loading what="the watch" />}
      </View>
    );
  }
  const begin = data && id === null ? { ...bodyOf(data.watch), id: "", title: "" } : emptyWatch(query);
  return <Editing stored={id === null ? null : (data ?? null)} begin={begin} />;
}

const PANELS = [
  { value: "preview", name: "Preview" },
  { value: "backtest", name: "Back-test" },
  { value: "history", name: "History" },
];

function Editing({ stored, begin }: { stored: Stored | null; begin: ReturnType<typeof emptyWatch> }) {
  const draft = useDraft(stored, begin);
  const { body, version, round } = draft;
  const { checked, trouble } = useChecked(body);
  const { route } = useLocation();
  const address = useAddress();
  const [asks, setAsks] = useState<"delete" | "silence" | null>(null);
  const silent = useResource(version === null ? null : "silences", silences);
  const silence = silent.data?.find(({ watchId }) => watchId === version?.id);
  const panels = version === null ? PANELS.slice(0, 2) : PANELS;
  const panel = panels.find(({ value }) => value === address.get("show"))?.value ?? "preview";

  const save = async () => {
    if (!draft.changed || draft.saving) return;
    const id = await draft.save();
    if (id === null) return;
    toast({ text: `${body.title || id} is saved` });
    if (version === null) route(`/watches/${encodeURIComponent(id)}`, true);
  };
  useSaveKeys(save);
  useCommands("Watch", [
    { keys: "e", does: "Write the query", run: () => focusEditor() },
    { keys: "p", does: "Preview", run: () => address.set({ show: "preview" }) },
    { keys: "b", does: "Back-test", run: () => address.set({ show: "backtest" }) },
    { keys: "h", does: "History", run: () => version && address.set({ show: "history" }) },
    { keys: "s", does: "Silence it, or let it speak", run: () => version && void turnSilence() },
    { keys: "Escape", does: "Back to all watches", run: () => route("/watches") },
  ]);
  const turnSilence = async () => {
    if (version === null) return;
    if (!silence) return setAsks("silence");
    await speak(version.id);
    silent.reload();
  };

  if (version?.builtIn) return <BuiltIn draft={draft} silence={silence} />;
  const title = version?.title ?? "New watch";
  return (
    <View
      title={title}
      actions={
        <Actions
          draft={draft}
          silent={silence !== undefined}
          save={() => void save()}
          turnSilence={() => void turnSilence()}
          remove={() => setAsks("delete")}
        />
      }
    >
      <div class="watch-page">
        <form class="watch-form" onSubmit={(event) => event.preventDefault()}>
          {version && <Standing draft={draft} silence={silence} />}
          <QueryEditor
            label="Query"
            text={body.query}
            round={round}
            change={(query) => draft.change({ query })}
            remarks={checked?.problems ?? NOTHING}
            begin={version === null}
          />
          <Said checked={body.query.trim() === "" ? undefined : checked} trouble={trouble} />
          {draft.problem && (
            <p class="problem" role="alert">
              {draft.problem}
            </p>
          )}
          <Options
            key={round}
            watch={body}
            change={draft.change}
            fresh={version === null}
            suggestedId={draft.suggestedId}
          />
          <Examples query={body.query} examples={body.examples} change={(examples) => draft.change({ examples })} />
        </form>
        <div class="watch-panel">
          <Choices label="Beside it" choices={panels} value={panel} choose={(show) => address.set({ show })} />
          {panel === "preview" && (
            <Preview
              query={body.query}
              from={address.get("from") || "-1d"}
              setFrom={(from) => address.set({ from })}
              overTime={checked?.operators ?? []}
              wrong={checked?.valid === false}
            />
          )}
          {panel === "backtest" && <Backtests watch={draft.whole()} />}
          {panel === "history" && version && <Versions id={version.id} version={version.version} restore={draft.put} />}
        </div>
      </div>
      {draft.theirs && <Conflict draft={draft} theirs={draft.theirs} />}
      {asks === "silence" && version && (
        <SilenceDialog watches={[version]} silence={silenced(silent.reload)} close={() => setAsks(null)} />
      )}
      {asks === "delete" && version && (
        <Confirm
          title={`Delete ${version.title}?`}
          does="Delete it"
          close={() => setAsks(null)}
          run={async () => {
            await draft.remove();
            toast({ text: `${version.title} is deleted` });
            route("/watches");
          }}
        >
          <p>It matches nothing from then on. Alerts that it raised stay, and so does its history.</p>
        </Confirm>
      )}
    </View>
  );
}

const NOTHING: Checked["problems"] = [];

type ActionsProps = { draft: Draft; silent: boolean; save: () => void; turnSilence: () => void; remove: () => void };

function Actions({ draft, silent, save, turnSilence, remove }: ActionsProps) {
  const { version, changed, saving, body } = draft;
  return (
    <>
      {changed && version && (
        <button type="button" onClick={draft.discard}>
          Discard changes
        </button>
      )}
      <button type="button" class="primary" disabled={!changed || saving} title="Save (Ctrl-Enter)" onClick={save}>
        {saving ? "Saving …" : "Save"}
      </button>
      {version && (
        <>
          <button type="button" onClick={turnSilence}>
            {silent ? "Let it speak" : "Silence …"}
          </button>
          <a class="button" href={`/watches/+new?copy=${encodeURIComponent(version.id)}`}>
            Copy
          </a>
          <button
            type="button"
            onClick={async () => saveFile(`${version.id}.yaml`, await fileOf([{ ...body, id: version.id }]))}
          >
            Export
          </button>
          <button type="button" class="danger" onClick={remove}>
            Delete …
          </button>
        </>
      )}
    </>
  );
}

/** How it stands: its id, who changed it, how often it speaks, whether it is silent. */
function Standing({ draft: { version, changed }, silence }: { draft: Draft; silence: Silent | undefined }) {
  const stats = useStats(version?.id ?? "");
  if (version === null) return null;
  return (
    <p class="standing">
      <code>{version.id}</code>
      <span>
        version {version.version}
        {version.updatedBy && ` by ${version.updatedBy}`}, <Moment at={version.updatedAt} />
      </span>
      {stats && (
        <span>
          <a href={`/alerts?watch=${encodeURIComponent(version.id)}`}>{`${rate(stats.perDay)} alerts a day`}</a>
          {stats.rejected > 0 && `, ${Math.round(stats.rejectedRate * 100)} % rejected`}
        </span>
      )}
      {silence && (
        <span class="badge silenced">
          silent{silence.who && ` by ${silence.who}`}
          {silence.reason && `: ${silence.reason}`}
          {silence.until && (
            <>
              , until <Moment at={silence.until} />
            </>
          )}
        </span>
      )}
      {changed && <span class="badge unsaved">not saved yet</span>}
    </p>
  );
}

const MARKS = { ERROR: "✗", WARNING: "!", HINT: "i" };

/** What the server says of it, in words: colour and underline alone tell not everybody. */
function Said({ checked, trouble }: { checked: Checked | undefined; trouble: string | undefined }) {
  return (
    <div class="said" role="status">
      {trouble && <p class="remark hint">It can't be checked now: {trouble}</p>}
      {checked?.problems.length === 0 && (
        <p class="remark good">
          ✓ understood
          {checked.operators.length > 0 && `, asks over time: ${checked.operators.join(", ")}`}
        </p>
      )}
      {checked?.problems.map(({ severity, message, line, column }) => (
        <p class={`remark ${severity.toLowerCase()}`} key={`${line} ${column} ${message}`}>
          <b aria-hidden="true">{MARKS[severity]}</b> {message}
        </p>
      ))}
    </div>
  );
}

/** Somebody else has saved meanwhile: shows what, and overwrites nothing. */
function Conflict({ draft, theirs }: { draft: Draft; theirs: Stored }) {
  return (
    <Dialog title="Somebody else has changed it meanwhile" close={draft.leaveTheirs} class="wide">
      <h3>
        {theirs.watch.updatedBy ?? "Somebody"}, <Moment at={theirs.watch.updatedAt} />
      </h3>
      <Differences changes={changes(draft.base, bodyOf(theirs.watch))} />
      <h3>Yours</h3>
      <Differences changes={changes(draft.base, draft.body)} />
      <div class="form-actions">
        <button type="button" onClick={draft.takeTheirs}>
          Give mine up
        </button>
        <button type="button" class="primary" onClick={draft.merge}>
          Put mine on top, to look at before saving
        </button>
      </div>
    </Dialog>
  );
}

function BuiltIn({ draft, silence }: { draft: Draft; silence: Silent | undefined }) {
  return (
    <View title={draft.version?.title ?? "Watch"}>
      <Standing draft={draft} silence={silence} />
      <Empty title="This watch is built in">
        It raises an alert when a <a href="/sources">source</a> becomes unhealthy. Its configuration is{" "}
        <code>alerts.sourceHealth</code>.
      </Empty>
    </View>
  );
}

/** Ctrl-Enter, and Ctrl-S or Command-S, also while somebody writes. */
function useSaveKeys(save: () => Promise<void>): void {
  const current = useRef(save);
  current.current = save;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || (event.key !== "Enter" && event.key.toLowerCase() !== "s")) return;
      event.preventDefault();
      if (document.querySelector("dialog[open]") === null) void current.current();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

function focusEditor(): void {
  const host = document.querySelector(".query-editor > div");
  const content = host?.shadowRoot?.querySelector(".cm-content");
  if (content instanceof HTMLElement) content.focus();
}
