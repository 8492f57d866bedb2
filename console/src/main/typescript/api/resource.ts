import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "./client";

/** What is known of something that the API was asked for.  Data of before stays while it is asked again. */
export type Resource<T> = {
  data: T | undefined;
  error: ApiError | undefined;
  loading: boolean;
  /** Asks again. */
  reload: () => void;
  /** Puts what is known here, such as the answer of a change, in the place of what was read. */
  replace: (data: T) => void;
};

/**
 * Asks when the view appears and whenever the key changes; an answer that comes too late for its key is thrown away.
 *
 * @param key what the answer depends on, as one text; null asks for nothing
 * @param load asks, and gives up when the signal says so
 */
export function useResource<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const [state, setState] = useState<{ key: string | null; data?: T; error?: ApiError; loading: boolean }>({
    key,
    loading: key !== null,
  });
  const [round, setRound] = useState(0);
  const loader = useRef(load);
  loader.current = load;

  useEffect(() => {
    if (key === null) {
      setState({ key, loading: false });
      return;
    }
    const control = new AbortController();
    setState((before) => ({ ...(before.key === key && before), key, loading: true }) as typeof before);
    loader.current(control.signal).then(
      (data) => {
        if (!control.signal.aborted) setState({ key, data, loading: false });
      },
      (error: unknown) => {
        if (control.signal.aborted) return;
        const failure = error instanceof ApiError ? error : new ApiError(0, String(error));
        setState((before) => ({ ...before, error: failure, loading: false }));
      },
    );
    return () => control.abort();
  }, [key, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  const replace = useCallback((data: T) => setState({ key, data, loading: false }), [key]);
  const current = state.key === key;
  return {
    data: current ? state.data : undefined,
    error: current ? state.error : undefined,
    loading: current ? state.loading : key !== null,
    reload,
    replace,
  };
}
