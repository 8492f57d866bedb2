import { effect } from "@preact/signals";
import { oneOf, stored } from "./stored";

export type Theme = "system" | "dark" | "light";

/** What the page looks like; "system" is what the machine prefers. */
export const theme = stored<Theme>("theme", "system", oneOf("system", "dark", "light"));

/** Applies the theme, now and whenever it changes. */
export function applyTheme(): void {
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
}

export function nextTheme(): void {
  theme.value = theme.value === "system" ? "dark" : theme.value === "dark" ? "light" : "system";
}
