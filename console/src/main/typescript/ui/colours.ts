import { useEffect, useState } from "preact/hooks";
import { theme } from "../app/theme";

const LIGHT = "(prefers-color-scheme: light)";

/** What a colour of the theme is now, for what is painted and not styled. */
export function colour(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}

/** Another number whenever the theme is another, so that what was painted is painted again. */
export function useThemeRound(): number {
  const [round, setRound] = useState(0);
  const chosen = theme.value;
  useEffect(() => {
    const again = () => setRound((before) => before + 1);
    again();
    const system = matchMedia(LIGHT);
    system.addEventListener("change", again);
    return () => system.removeEventListener("change", again);
  }, [chosen]);
  return round;
}
