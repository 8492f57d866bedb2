import { computed, effect, signal } from "@preact/signals";
import { oneOf, stored } from "./stored";

export type Theme = "system" | "dark" | "light";

/** What the page shall look like; "system" is what the machine prefers. */
export const theme = stored<Theme>("theme", "system", oneOf("system", "dark", "light"));

const preference = matchMedia("(prefers-color-scheme: light)");
const preferred = signal(preference.matches);
preference.addEventListener("change", ({ matches }) => {
  preferred.value = matches;
});

/** What the page looks like now. */
export const shade = computed<"dark" | "light">(() => {
  if (theme.value !== "system") return theme.value;
  return preferred.value ? "light" : "dark";
});

/** Applies the theme, now and whenever it changes. */
export function applyTheme(): void {
  effect(() => {
    document.documentElement.dataset.theme = shade.value;
  });
}
