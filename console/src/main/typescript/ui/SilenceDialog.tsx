import { useState } from "preact/hooks";
import { Dialog } from "./Dialog";

const HOUR = 3_600_000;
const SPANS: readonly { label: string; millis: number | null }[] = [
  { label: "1 hour", millis: HOUR },
  { label: "8 hours", millis: 8 * HOUR },
  { label: "1 day", millis: 24 * HOUR },
  { label: "3 days", millis: 3 * 24 * HOUR },
  { label: "1 week", millis: 7 * 24 * HOUR },
  { label: "until somebody ends it", millis: null },
];

type Props = {
  /** One of them is silenced. */
  watches: readonly { id: string; title: string }[];
  /** Does it; `until` is RFC 3339, or null for no end. */
  silence: (watch: { id: string; title: string }, reason: string, until: string | null) => Promise<void>;
  close: () => void;
};

/** Asks why and for how long a watch shall say nothing. */
export function SilenceDialog({ watches, silence, close }: Props) {
  const [id, setId] = useState(watches[0]?.id);
  const [reason, setReason] = useState("");
  const [span, setSpan] = useState(1);
  const [problem, setProblem] = useState<string>();
  const watch = watches.find((one) => one.id === id);
  if (watch === undefined) return null;
  const save = async (event: Event) => {
    event.preventDefault();
    const millis = SPANS[span]?.millis ?? null;
    try {
      await silence(watch, reason.trim(), millis === null ? null : new Date(Date.now() + millis).toISOString());
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog title={watches.length > 1 ? "Silence a watch" : `Silence ${watch.title}`} close={close}>
      <form onSubmit={save}>
        <p class="muted">It goes on matching and tells nobody; what comes in that time is not told later, either.</p>
        {watches.length > 1 && (
          <label>
            <span>Watch</span>
            <select value={id} onChange={(event) => setId(event.currentTarget.value)}>
              {watches.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          </label>
        )}
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
        </label>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="form-actions">
          <button type="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="primary" disabled={reason.trim() === ""}>
            Silence it
          </button>
        </div>
      </form>
    </Dialog>
  );
}
