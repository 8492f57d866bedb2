import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { Desk } from "./desk";

/** Whoever has touched nothing for so long may have left: what comes then is not read. */
const HERE_MILLIS = 120_000;
const LOOK_MILLIS = 1_000;

let touchedAt = Date.now();
for (const name of ["pointermove", "pointerdown", "keydown", "wheel", "touchstart"]) {
  addEventListener(name, () => (touchedAt = Date.now()), { passive: true, capture: true });
}

/** Keeps in mind the newest alert that somebody has had before their eyes, so that a reopened page can go on there. */
export function useReading(desk: Desk, box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden || Date.now() - touchedAt > HERE_MILLIS) return;
      const key = box.current && firstInSight(box.current);
      const story = desk.rows.peek().find((one) => one.key === key);
      if (story !== undefined) desk.seen(story);
    }, LOOK_MILLIS);
    return () => clearInterval(timer);
  }, [desk, box]);
}

function firstInSight(box: HTMLElement): string | null {
  const scroller = box.querySelector(".scroller");
  if (scroller === null) return null;
  const top = scroller.getBoundingClientRect().top;
  let first: { key: string; at: number } | null = null;
  for (const row of scroller.querySelectorAll<HTMLElement>("[data-story]")) {
    const at = row.getBoundingClientRect().top;
    if (at >= top - 8 && (first === null || at < first.at)) first = { key: row.dataset.story ?? "", at };
  }
  return first?.key ?? null;
}
