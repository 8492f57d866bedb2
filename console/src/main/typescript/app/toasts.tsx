import { signal } from "@preact/signals";

/** A short message, perhaps with something to do about it. */
export type Toast = {
  text: string;
  tone?: "calm" | "bad";
  action?: { label: string; run: () => void };
  /** Milliseconds until it goes. */
  lasts?: number;
  /** What it is about: it takes the place of what was said of that before. */
  about?: string;
};

type Shown = Toast & { id: number };

const DEFAULT_MILLIS = 6_000;
const shown = signal<readonly Shown[]>([]);
let last = 0;

/** Shows a message, at most three at a time. @returns takes it away */
export function toast(message: Toast): () => void {
  const id = ++last;
  const dismiss = () => {
    shown.value = shown.value.filter((other) => other.id !== id);
  };
  const others = shown.value.filter(({ about }) => about === undefined || about !== message.about);
  shown.value = [...others, { ...message, id }].slice(-3);
  setTimeout(dismiss, message.lasts ?? DEFAULT_MILLIS);
  return dismiss;
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.value.map(({ id, text, tone = "calm", action }) => (
        <div class={`toast ${tone}`} key={id}>
          <span>{text}</span>
          {action && (
            <button
              type="button"
              class="plain"
              onClick={() => {
                shown.value = shown.value.filter((other) => other.id !== id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
