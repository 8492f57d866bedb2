import { signal } from "@preact/signals";
import { send } from "../api/client";
import { silence, speak } from "../api/silences";
import type { AlertInView, FeedbackEvent, RejectReason } from "../api/types";
import { userName } from "../app/identity";
import { picked } from "../app/picks";
import { toast } from "../app/toasts";
import { count, lower } from "../ui/words";
import type { Desk } from "./desk";

export const UNDO_MILLIS = 10_000;

export const REASONS: readonly { key: string; reason: RejectReason; means: string }[] = [
  { key: "e", reason: "WRONG_ENTITY", means: "It is about somebody or something else" },
  { key: "p", reason: "WRONG_PLACE", means: "It is somewhere else" },
  { key: "n", reason: "OLD_NEWS", means: "It was known before" },
  { key: "d", reason: "DUPLICATE", means: "Another alert tells it already" },
  { key: "t", reason: "OFF_TOPIC", means: "The watch is not about this" },
];

type Suggestion = { to: string; text: string; why: string };
type Taken = { suggestions: Suggestion[] };

type Done = { label: string; undo: () => Promise<void>; until: number };

/** What waits for a name: nobody has said yet who sits here. */
export const nameWanted = signal<(() => void) | null>(null);

let last: Done | null = null;
let takeAwayToast: () => void = () => {};

/** Does it at once if it is known who does it, else as soon as that is said. */
export function named(run: () => void): void {
  if (userName.value === "") nameWanted.value = run;
  else run();
}

/** One alert for each watch that speaks of the story: what is said of one holds for all that its watch says of the story. */
export function perWatch(alerts: readonly AlertInView[], status?: AlertInView["status"]): AlertInView[] {
  const byWatch = new Map<string, AlertInView>();
  for (const alert of alerts) {
    if ((status === undefined || alert.status === status) && !byWatch.has(alert.watchId))
      byWatch.set(alert.watchId, alert);
  }
  return [...byWatch.values()];
}

/** Acknowledges what is open of these. */
export function acknowledge(desk: Desk, alerts: readonly AlertInView[]): void {
  const open = perWatch(alerts, "OPEN");
  if (open.length === 0) {
    toast({ text: "Nothing of this is open", about: "undo" });
    return;
  }
  named(() => void give(desk, open, "ACKNOWLEDGE", null, `${count(open.length, "alert")} acknowledged`));
}

export function reject(desk: Desk, alerts: readonly AlertInView[], reason: RejectReason): void {
  const label = `${count(alerts.length, "alert")} rejected: ${lower(reason)}`;
  void give(desk, alerts, "REJECT", reason, label);
}

export function reopen(desk: Desk, alerts: readonly AlertInView[]): void {
  named(() => void give(desk, alerts, "REOPEN", null, `${count(alerts.length, "alert")} open again`, false));
}

export async function silenceWatch(
  { id, title }: { id: string; title: string },
  reason: string,
  until: string | null,
): Promise<void> {
  await silence(id, reason, until);
  offerUndo(`${title} is silent`, () => speak(id));
}

/** Picks alerts for the next brief, or leaves them out again if they all were in it. */
export function pick(alerts: readonly AlertInView[]): void {
  const ids = alerts.map(({ id }) => id);
  if (ids.length === 0) return;
  const before = picked.value;
  const out = ids.every((id) => before.includes(id));
  picked.value = out ? before.filter((id) => !ids.includes(id)) : [...new Set([...before, ...ids])];
  toast({
    text: out ? "Not in the brief any more" : `In the brief, with ${count(picked.value.length, "alert")} in all`,
    about: "picks",
  });
}

/** Takes back what was done last, if that is not too long ago. */
export async function undo(): Promise<void> {
  const done = last;
  last = null;
  takeAwayToast();
  if (done === null || Date.now() > done.until) {
    toast({ text: "There is nothing to undo", about: "undo" });
    return;
  }
  try {
    await done.undo();
    toast({ text: `Undone: ${done.label}`, about: "undo" });
  } catch (error) {
    toast({ text: `Not undone: ${error instanceof Error ? error.message : error}`, tone: "bad" });
  }
}

async function give(
  desk: Desk,
  alerts: readonly AlertInView[],
  what: "ACKNOWLEDGE" | "REJECT" | "REOPEN",
  reason: RejectReason | null,
  label: string,
  undoable = true,
): Promise<void> {
  const before = alerts.map(({ id, watchId, storyId, status, feedback }) => ({
    id,
    watchId,
    storyId,
    status,
    feedback,
  }));
  for (const alert of alerts) desk.said(event(alert, what, reason));
  try {
    const taken = await Promise.all(
      alerts.map(({ id }) =>
        send<Taken>("POST", `/api/alerts/${encodeURIComponent(id)}/feedback`, {
          body: { what, ...(reason && { reason }) },
        }),
      ),
    );
    const advice = taken.flatMap(({ suggestions }) => suggestions)[0];
    const text = advice ? `${label}. Narrower would be: ${advice.text}` : label;
    if (undoable) offerUndo(text, () => give(desk, alerts, "REOPEN", null, "", false));
    else if (label !== "") toast({ text: label });
  } catch (error) {
    for (const alert of before)
      desk.said(event(alert, WAS[alert.status] ?? "REOPEN", null, alert.feedback?.who ?? null));
    toast({ text: `Not written: ${error instanceof Error ? error.message : error}`, tone: "bad" });
    if (label === "") throw error;
  }
}

const WAS: Partial<Record<AlertInView["status"], "ACKNOWLEDGE" | "REJECT">> = {
  ACKNOWLEDGED: "ACKNOWLEDGE",
  REJECTED: "REJECT",
};

function event(
  alert: { id: string; watchId: string; storyId: string | null },
  what: FeedbackEvent["what"],
  reason: string | null,
  who: string | null = userName.value,
): FeedbackEvent {
  const at = new Date().toISOString();
  return {
    alertId: alert.id,
    watchId: alert.watchId,
    storyId: alert.storyId,
    what,
    who,
    at,
    reason,
    note: null,
    until: null,
  };
}

function offerUndo(label: string, back: () => Promise<void>): void {
  last = { label, undo: back, until: Date.now() + UNDO_MILLIS };
  takeAwayToast();
  takeAwayToast = toast({ text: label, lasts: UNDO_MILLIS, action: { label: "Undo (u)", run: () => void undo() } });
}
