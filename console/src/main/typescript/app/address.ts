import { useCallback, useMemo, useRef } from "preact/hooks";
import { useLocation } from "preact-iso/router";

/** What filters are set to, kept behind the "?" of the address so that it can be shared and reopened. */
export type Address = {
  /** Its value; empty where there is none. */
  get: (name: string) => string;
  /** All its values. */
  all: (name: string) => string[];
  /** Changes some; null, an empty text and an empty list take one out. Keystrokes leave no trail in the history. */
  set: (changes: Changes, how?: "replace" | "push") => void;
};

export type Changes = Record<string, string | readonly string[] | null>;

/** The parameters of the address of this view. */
export function useAddress(): Address {
  const { url, path, route } = useLocation();
  const search = url.includes("?") ? url.slice(url.indexOf("?")) : "";
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const current = useRef(params);
  current.current = params;
  const set = useCallback(
    (changes: Changes, how: "replace" | "push" = "replace") => {
      const changed = changedParams(current.current, changes);
      const text = changed.toString();
      if (text !== current.current.toString()) {
        current.current = changed;
        route(text === "" ? path : `${path}?${text}`, how === "replace");
      }
    },
    [path, route],
  );
  return useMemo(
    () => ({ get: (name) => params.get(name) ?? "", all: (name) => params.getAll(name), set }),
    [params, set],
  );
}

/** The parameters after a change, in the same order whichever way they were set. */
export function changedParams(before: URLSearchParams, changes: Changes): URLSearchParams {
  const params = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name);
    for (const one of value === null ? [] : typeof value === "string" ? [value] : value) {
      if (one !== "") params.append(name, one);
    }
  }
  params.sort();
  return params;
}
