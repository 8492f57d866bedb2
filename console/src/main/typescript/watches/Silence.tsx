import { useState } from "preact/hooks";
import { toast } from "../app/toasts";
import { Dialog } from "../ui/Dialog";
import { silence } from "./store";

const SPANS = [
  { hours: 1, name: "1 hour" },
  { hours: 8, name: "8 hours" },
  { hours: 24, name: "1 day" },
  { hours: 72, name: "3 days" },
  { hours: 168, name: "1 week" },
  { hours: 0, name: "until somebody ends it" },
];

type Props = { watch: { id: string; title: string }; close: () => void; done: () => void };

/** Asks why and for how long a watch shall say nothing. */
export function SilenceDialog({ watch, close, done }: Props) {
  const [reason, setReason] = useState("");
  const [hours, setHours] = useState(8);
  const [problem, setProblem] = useState<string>();
  const go = async (event: Event) => {
    event.preventDefault();
    try {
      await silence(
        watch.id,
        reason.trim(),
        hours === 0 ? null : new Date(Date.now() + hours * 3_600_000).toISOString(),
      );
      toast({ text: `${watch.title} is silent` });
      done();
      close();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <Dialog title={`Silence ${watch.title}`} close={close}>
      <form onSubmit={go}>
        <p class="muted">It goes on matching and tells nobody; what it holds back is not told later either.</p>
        <label>
          <span>Why</span>
          <input required maxLength={500} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        <label>
          <span>For</span>
          <select value={hours} onChange={(event) => setHours(Number(event.currentTarget.value))}>
            {SPANS.map((span) => (
              <option key={span.hours} value={span.hours}>
                {span.name}
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
          <button type="submit" class="primary">
            Silence it
          </button>
        </div>
      </form>
    </Dialog>
  );
}
