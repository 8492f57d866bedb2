import { silence } from "../api/silences";
import { toast } from "../app/toasts";

/** Silences a watch, says so, and goes on. */
export function silenced(done: () => void) {
  return async (watch: { id: string; title: string }, reason: string, until: string | null): Promise<void> => {
    await silence(watch.id, reason, until);
    toast({ text: `${watch.title} is silent` });
    done();
  };
}
