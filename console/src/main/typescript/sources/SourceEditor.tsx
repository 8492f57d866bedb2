import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, send } from "../api/client";
import { toast } from "../app/toasts";
import { TrialResult } from "./TrialResult";
import type { SourceForm, SourceKind, TriedSource } from "./types";
import { idOf } from "./words";

type Props = {
  begin: SourceForm;
  etag: string | null;
  fresh: boolean;
  saved: (id: string) => void;
  close: () => void;
};

/** Says where articles come from; shows what would come out before anything is saved. */
export function SourceEditor({ begin, etag, fresh, saved, close }: Props) {
  const [form, setForm] = useState(begin);
  const [trial, setTrial] = useState<{ of: string; result: TriedSource }>();
  const [busy, setBusy] = useState<"trial" | "save" | null>(null);
  const [problem, setProblem] = useState<string>();
  const change = (part: Partial<SourceForm>) => setForm((before) => ({ ...before, ...part }));
  const text = (name: "name" | "country" | "language" | "covers" | "interval" | "mapping") => ({
    value: form[name] ?? "",
    onInput: (event: { currentTarget: HTMLInputElement }) => change({ [name]: event.currentTarget.value || null }),
  });
  const suggestedId = idOf(form.url, form.name ?? "");
  const doing = async (what: "trial" | "save", run: () => Promise<void>) => {
    setBusy(what);
    setProblem(undefined);
    try {
      await run();
    } catch (error) {
      setProblem(said(error));
    }
    setBusy(null);
  };
  const test = () =>
    doing("trial", async () => {
      const { id: _, enabled: __, ...rest } = form;
      const { kind, ...open } = rest;
      // of a new address the kind is found out
      const body = fresh && trial === undefined ? open : { ...open, kind };
      const result = await send<TriedSource>("POST", "/api/sources/test", { body });
      setTrial({ of: form.url, result });
      if (fresh) {
        change({
          ...(result.kind && { kind: result.kind }),
          ...(result.status === "OK" && { url: result.url }),
          ...(form.name === null && result.title && { name: result.title }),
          ...(form.language === null && result.language && { language: result.language }),
        });
      }
    });
  const save = () =>
    doing("save", async () => {
      const id = form.id.trim() || suggestedId;
      await send("PUT", `/api/sources/${encodeURIComponent(id)}`, {
        body: { ...form, id },
        headers: fresh ? { "If-None-Match": "*" } : etag === null ? {} : { "If-Match": etag },
      });
      toast({ text: `${form.name ?? id} is saved` });
      saved(id);
    });
  useSaveKeys(() => form.url !== "" && void save());

  return (
    <form class="source-form" onSubmit={(event) => event.preventDefault()}>
      <div class="source-address">
        <Field label="Address">
          <input
            type="url"
            required
            placeholder="https://news.example/feed.xml, or the page of the outlet"
            value={form.url}
            onInput={(event) => change({ url: event.currentTarget.value.trim() })}
          />
        </Field>
        <button
          type="button"
          class={fresh && trial === undefined ? "primary" : ""}
          disabled={form.url === "" || busy !== null}
          onClick={() => void test()}
        >
          {busy === "trial" ? "Asking …" : "Test"}
        </button>
      </div>
      <div class="fields">
        <Field label="Name">
          <input {...text("name")} placeholder="what it calls itself" />
        </Field>
        {fresh && (
          <Field label="Id">
            <input
              class="mono"
              placeholder={suggestedId}
              value={form.id}
              onInput={(event) => change({ id: event.currentTarget.value.trim() })}
            />
          </Field>
        )}
        <Field label="Kind">
          <select value={form.kind} onChange={(event) => change({ kind: event.currentTarget.value as SourceKind })}>
            {["FEED", "SITEMAP", "LISTING", "PAGE"].map((kind) => (
              <option key={kind} value={kind}>
                {kind.toLowerCase()}
              </option>
            ))}
          </select>
        </Field>
        {form.kind === "LISTING" && (
          <Field label="Mapping">
            <input {...text("mapping")} placeholder="its name in ingest" />
          </Field>
        )}
        <Field label="Country">
          <input {...text("country")} maxLength={2} placeholder="ua" />
        </Field>
        <Field label="Language">
          <input {...text("language")} placeholder="uk" />
        </Field>
        <Field label="Interval">
          <input {...text("interval")} placeholder="as often as it changes" />
        </Field>
        <Field label="Page behind an item">
          <select
            value={form.page}
            onChange={(event) => change({ page: event.currentTarget.value as SourceForm["page"] })}
          >
            <option value="TEASER">if the item has no full text</option>
            <option value="ALWAYS">always</option>
            <option value="NEVER">never</option>
          </select>
        </Field>
        <Field label="Text that may leave Vedette">
          <select
            value={form.textDelivery}
            onChange={(event) => change({ textDelivery: event.currentTarget.value as SourceForm["textDelivery"] })}
          >
            <option value="FULL">all of it</option>
            <option value="SNIPPET">snippets</option>
            <option value="NONE">none</option>
          </select>
        </Field>
        <Field label="Labels">
          <input
            defaultValue={form.labels.join(", ")}
            onChange={(event) =>
              change({ labels: event.currentTarget.value.split(/[\s,]+/).filter((label) => label !== "") })
            }
          />
        </Field>
        <Field label="Covers">
          <input {...text("covers")} placeholder="what it tells of" />
        </Field>
        <label class="check">
          <input
            type="checkbox"
            checked={form.enabled}
            onChange={(event) => change({ enabled: event.currentTarget.checked })}
          />
          <span>Polled</span>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={form.evidence}
            onChange={(event) => change({ evidence: event.currentTarget.checked })}
          />
          <span>Keep what was fetched as evidence</span>
        </label>
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="form-actions">
        <button type="button" onClick={close}>
          Cancel
        </button>
        <button
          type="button"
          class={fresh && trial === undefined ? "" : "primary"}
          title="Save (Ctrl-Enter)"
          disabled={form.url === "" || busy !== null}
          onClick={() => void save()}
        >
          {busy === "save" ? "Saving …" : fresh ? "Add it" : "Save"}
        </button>
      </div>
      {trial && <TrialResult trial={trial.result} asked={trial.of} />}
    </form>
  );
}

function said(error: unknown): string {
  if (error instanceof ApiError && error.status === 412) {
    return "It was changed by another meanwhile, or there is one of that id already. Open it again to see what is there.";
  }
  return error instanceof Error ? error.message : String(error);
}

function Field({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it is around
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}

function useSaveKeys(save: () => void): void {
  const current = useRef(save);
  current.current = save;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || (event.key !== "Enter" && event.key.toLowerCase() !== "s")) return;
      event.preventDefault();
      current.current();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}
