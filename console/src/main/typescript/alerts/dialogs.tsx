import { useEffect, useRef, useState } from "preact/hooks";
import type { RejectReason } from "../api/types";
import { userName } from "../app/identity";
import { Dialog } from "../ui/Dialog";
import { lower } from "../ui/words";
import { nameWanted, REASONS } from "./actions";

/** Asks once who sits here, before the first thing that others see. */
export function NameDialog() {
  const go = nameWanted.value;
  const [name, setName] = useState("");
  if (go === null) return null;
  const save = (event: Event) => {
    event.preventDefault();
    if (name.trim() === "") return;
    userName.value = name.trim();
    nameWanted.value = null;
    go();
  };
  return (
    <Dialog title="Who are you?" close={() => (nameWanted.value = null)}>
      <form onSubmit={save}>
        <label>
          <span>Your name</span>
          <input
            value={name}
            maxLength={100}
            autocomplete="name"
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <small>Others see it beside what you acknowledge, reject and silence. It is asked for once.</small>
        </label>
        <div class="form-actions">
          <button type="submit" class="primary" disabled={name.trim() === ""}>
            Go on
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Why it is rejected, chosen by one more key. */
export function RejectDialog({ close, choose }: { close: () => void; choose: (reason: RejectReason) => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("button")?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const chosen = REASONS.find(({ key }, index) => event.key === key || event.key === String(index + 1));
      if (chosen === undefined) return;
      event.preventDefault();
      choose(chosen.reason);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [choose]);
  return (
    <Dialog title="Reject: what is wrong?" close={close} class="reject">
      <div class="reasons" ref={list}>
        {REASONS.map(({ key, reason, means }) => (
          <button key={reason} type="button" onClick={() => choose(reason)}>
            <kbd>{key}</kbd>
            <strong>{lower(reason)}</strong>
            <span class="muted">{means}</span>
          </button>
        ))}
      </div>
    </Dialog>
  );
}
