import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "./client";
import type { Page } from "./types";

/** A list that goes on as far as somebody reads. */
export type Pages<T> = {
  items: readonly T[];
  /** Of all pages, where the first one told. */
  total: number | undefined;
  /** Why the last page ended before its end; it goes on from there. */
  stopped: string | null;
  error: ApiError | undefined;
  loading: boolean;
  /** Whether there is another page. */
  more: boolean;
  next: () => void;
  reload: () => void;
};

type State<T> = {
  key: string | null;
  items: T[];
  cursor: string | null;
  total?: number | undefined;
  stopped: string | null;
  error?: ApiError;
  loading: boolean;
};

/**
 * Asks for the first page when the view appears and whenever the key changes, and for others when they are wanted.
 *
 * @param key what the answer depends on, as one text; null asks for nothing
 * @param load asks for the page at a cursor, which is null for the first
 */
export function usePages<T>(
  key: string | null,
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>,
): Pages<T> {
  const begun = (loading: boolean): State<T> => ({ key, items: [], cursor: null, stopped: null, loading });
  const [state, setState] = useState<State<T>>(() => begun(key !== null));
  const [round, setRound] = useState(0);
  const loader = useRef(load);
  loader.current = load;
  const control = useRef<AbortController | null>(null);

  const fetchPage = useCallback(async (cursor: string | null) => {
    control.current?.abort();
    const own = new AbortController();
    control.current = own;
    try {
      const page = await loader.current(cursor, own.signal);
      if (own.signal.aborted) return;
      setState((before) => ({
        key: before.key,
        items: cursor === null ? page.items : [...before.items, ...page.items],
        cursor: page.next,
        total: cursor === null ? page.total : before.total,
        stopped: page.stopped ?? null,
        loading: false,
      }));
    } catch (error) {
      if (own.signal.aborted) return;
      const failure = error instanceof ApiError ? error : new ApiError(0, String(error));
      setState((before) => ({ ...before, error: failure, loading: false }));
    }
  }, []);

  useEffect(() => {
    setState(begun(key !== null));
    if (key !== null) void fetchPage(null);
    return () => control.current?.abort();
  }, [key, round]);

  const current = state.key === key ? state : begun(key !== null);
  const next = () => {
    if (current.loading || current.error || current.cursor === null) return;
    setState(({ error: _, ...before }) => ({ ...before, loading: true }));
    void fetchPage(current.cursor);
  };
  return {
    items: current.items,
    total: current.total,
    stopped: current.stopped,
    error: current.error,
    loading: current.loading,
    more: current.cursor !== null,
    next,
    reload: () => setRound((before) => before + 1),
  };
}
