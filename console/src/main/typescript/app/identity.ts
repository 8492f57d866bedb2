import { signal } from "@preact/signals";
import { isText, stored } from "./stored";

/** Who sits here: the name that others see beside what was acknowledged.  Empty until somebody says. */
export const userName = stored<string>("user", "", isText);

const KEY = "vedette.key";

/** The API key, for this tab only: it is gone when the tab is closed.  Empty where none is needed. */
export const apiKey = signal(sessionStorage.getItem(KEY) ?? "");

/** Whether the server has refused a request for want of a key that it knows. */
export const keyWanted = signal(false);

export function useKey(key: string): void {
  apiKey.value = key.trim();
  sessionStorage.setItem(KEY, apiKey.value);
  keyWanted.value = false;
}
