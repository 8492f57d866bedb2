import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, send } from "../api/client";
import { useDelayed } from "./delayed";
import { bodyOf, cleaned, emptyWatch, idOf, merged, same } from "./draft";
import { read, remove, type Stored, write } from "./store";
import type { Checked, Watch, WatchBody } from "./types";

const CHECK_MILLIS = 250;

export type Draft = ReturnType<typeof useDraft>;

/**
 * A watch as it is being written, kept in this tab until it is saved or given up.
 *
 * @param stored what there is; null for a new one
 * @param begin what a new one begins with
 */
export function useDraft(stored: Stored | null, begin: WatchBody) {
  const kept = `vedette.draft.${stored?.watch.id ?? ""}`;
  const [base, setBase] = useState(stored ? bodyOf(stored.watch) : emptyWatch());
  const [etag, setEtag] = useState(stored?.etag ?? null);
  const [version, setVersion] = useState<Watch | null>(stored?.watch ?? null);
  const [body, setBody] = useState<WatchBody>(() => {
    // a query that comes along in the address is what is wanted now
    const before = stored !== null || begin.query === "" ? recalled(kept) : null;
    return before ?? (stored ? bodyOf(stored.watch) : begin);
  });
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [theirs, setTheirs] = useState<Stored | null>(null);
  /** Counts up when the fields have to be drawn anew, since it was not the writer who changed them. */
  const [round, setRound] = useState(0);
  const changed = !same(body, base);

  useEffect(() => {
    keep(kept, changed ? body : null);
  }, [kept, body, changed]);
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [changed]);

  const put = (now: WatchBody) => {
    setBody(now);
    setRound((before) => before + 1);
  };
  const takeOver = (now: Stored, mine: WatchBody) => {
    setBase(bodyOf(now.watch));
    setEtag(now.etag);
    setVersion(now.watch);
    setTheirs(null);
    put(mine);
  };
  const suggestedId = idOf(body.title) || "watch";
  const whole = (): WatchBody => {
    const id = body.id.trim() || suggestedId;
    return cleaned({ ...body, id, title: body.title.trim() || id });
  };
  /** @returns the id under which it is saved; null if it could not be */
  const save = async (): Promise<string | null> => {
    const sent = whole();
    setSaving(true);
    setProblem(undefined);
    try {
      await write(sent, etag);
      takeOver(await read(sent.id), sent);
      keep(kept, null);
      return sent.id;
    } catch (error) {
      if (error instanceof ApiError && error.status === 412 && version !== null) setTheirs(await read(sent.id));
      else setProblem(told(error, sent.id));
      return null;
    } finally {
      setSaving(false);
    }
  };
  return {
    body,
    base,
    version,
    theirs,
    problem,
    saving,
    changed,
    round,
    suggestedId,
    whole,
    change: (part: Partial<WatchBody>) => setBody((before) => ({ ...before, ...part })),
    put,
    discard: () => put(base),
    save,
    /** Mine on top of what somebody else has saved; it is not saved yet. */
    merge: () => theirs && takeOver(theirs, merged(base, body, bodyOf(theirs.watch))),
    takeTheirs: () => theirs && takeOver(theirs, bodyOf(theirs.watch)),
    leaveTheirs: () => setTheirs(null),
    remove: async () => {
      if (version === null) return;
      await remove(version.id, etag);
      keep(kept, null);
    },
  };
}

function told(error: unknown, id: string): string {
  if (error instanceof ApiError && error.status === 412) {
    return `There is a watch ${id} already. Give this one another id.`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** What the server says of a watch while it is being written: that of its last complete answer until the next is there. */
export function useChecked(body: WatchBody): { checked: Checked | undefined; trouble: string | undefined } {
  const asked = useDelayed(JSON.stringify(cleaned(body)), CHECK_MILLIS);
  const [checked, setChecked] = useState<Checked>();
  const [trouble, setTrouble] = useState<string>();
  const last = useRef(0);
  useEffect(() => {
    const watch = JSON.parse(asked) as WatchBody;
    const turn = ++last.current;
    if (watch.query.trim() === "") {
      setChecked(undefined);
      return;
    }
    const control = new AbortController();
    const { id, ...rest } = watch;
    // examples have their own verdicts beside them
    const sent = { ...rest, ...(id !== "" && { id }), examples: [] };
    send<Checked>("POST", "/api/watches/check", { body: sent, signal: control.signal }).then(
      (answer) => {
        if (turn !== last.current) return;
        setChecked(answer);
        setTrouble(undefined);
      },
      (error: unknown) => {
        if (!control.signal.aborted) setTrouble((error as Error).message);
      },
    );
    return () => control.abort();
  }, [asked]);
  return { checked, trouble };
}

function recalled(key: string): WatchBody | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : bodyOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function keep(key: string, body: WatchBody | null): void {
  try {
    if (body === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(body));
  } catch {
    // it lasts as long as the page
  }
}
