import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Dialog } from "./Dialog";

type Props = {
  title: string;
  /** What the button says that does it. */
  does: string;
  run: () => Promise<void> | void;
  close: () => void;
  children: ComponentChildren;
};

/** Asks before something that can't be taken back.  It stays open, and says why, if that fails. */
export function Confirm({ title, does, run, close, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const go = async () => {
    setBusy(true);
    try {
      await run();
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} close={close} class="confirm">
      <div class="confirm-text">{children}</div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="form-actions">
        <button type="button" onClick={close}>
          Cancel
        </button>
        <button type="button" class="danger" disabled={busy} onClick={go}>
          {does}
        </button>
      </div>
    </Dialog>
  );
}
