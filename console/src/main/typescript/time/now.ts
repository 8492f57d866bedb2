import { signal } from "@preact/signals";

/** The time of this machine, to the second that "3 min ago" needs; it stands still while nobody looks. */
export const now = signal(new Date());

setInterval(() => {
  if (!document.hidden) now.value = new Date();
}, 1000);

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) now.value = new Date();
});
