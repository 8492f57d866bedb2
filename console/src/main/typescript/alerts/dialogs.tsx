import { useEffect, useRef, useState } from "preact/hooks";
import type { AlertInView, RejectReason } from "../api/types";
import { userName } from "../app/identity";
import { Dialog } from "../ui/Dialog";
import { lower } from "../ui/words";
import { nameWanted, REASONS, silence } from "./actions";

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

const HOUR = 3_600_000;
const SPANS = [
  { label: "1 hour", millis: HOUR },
  { label: "8 hours", millis: 8 * HOUR },
  { label: "24 hours", millis: 24 * HOUR },
  { label: "7 days", millis: 7 * 24 * HOUR },
  { label: "until somebody ends it", millis: null },
];

/** Why a watch is silenced, and how long: it goes on matching and tells nobody. */
export function SilenceDialog({ alerts, close }: { alerts: readonly AlertInView[]; close: () => void }) {
  const [watchId, setWatch] = useState(alerts[0]?.watchId ?? "");
  const [reason, setReason] = useState("");
  const [span, setSpan] = useState(1);
  const [problem, setProblem] = useState("");
  const save = async (event: Event) => {
    event.preventDefault();
    const millis = SPANS[span]?.millis ?? null;
    try {
      await silence(watchId, reason.trim(), millis === null ? null : new Date(Date.now() + millis).toISOString());
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog title="Silence a watch" close={close}>
      <form onSubmit={save}>
        <label>
          <span>Watch</span>
          <select value={watchId} onChange={(event) => setWatch(event.currentTarget.value)}>
            {alerts.map((alert) => (
              <option key={alert.watchId} value={alert.watchId}>
                {alert.watchTitle || alert.watchId}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Why</span>
          <input
            value={reason}
            required
            maxLength={500}
            placeholder="exercise until Friday"
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <label>
          <span>How long</span>
          <select value={span} onChange={(event) => setSpan(Number(event.currentTarget.value))}>
            {SPANS.map(({ label }, index) => (
              <option key={label} value={index}>
                {label}
              </option>
            ))}
          </select>
          <small>It goes on matching and tells nobody; what comes in that time is not told later, either.</small>
        </label>
        {problem !== "" && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="form-actions">
          <button type="submit" class="primary" disabled={reason.trim() === ""}>
            Silence
          </button>
        </div>
      </form>
    </Dialog>
  );
}
