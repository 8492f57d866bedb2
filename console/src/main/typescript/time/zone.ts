import { oneOf, stored } from "../app/stored";

export type Zone = "utc" | "local";

/** In which zone times are shown.  UTC, unless somebody wants that of their machine. */
export const zone = stored<Zone>("zone", "utc", oneOf("utc", "local"));

export function switchZone(): void {
  zone.value = zone.value === "utc" ? "local" : "utc";
}
