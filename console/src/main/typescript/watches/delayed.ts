import { useEffect, useState } from "preact/hooks";

/** A value once it has stood still for so long. */
export function useDelayed<T>(value: T, millis: number): T {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(() => value), millis);
    return () => clearTimeout(timer);
  }, [value, millis]);
  return delayed;
}
