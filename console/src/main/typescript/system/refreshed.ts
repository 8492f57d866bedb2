import { useEffect } from "preact/hooks";
import { type Resource, useResource } from "../api/resource";

/** Asks again and again, as long as somebody looks. */
export function useRefreshed<T>(key: string, millis: number, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const resource = useResource(key, load);
  const { reload } = resource;
  useEffect(() => {
    const turn = () => {
      if (!document.hidden) reload();
    };
    const timer = setInterval(turn, millis);
    document.addEventListener("visibilitychange", turn);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", turn);
    };
  }, [reload, millis]);
  return resource;
}
