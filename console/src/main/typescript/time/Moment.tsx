import { ago, brief, minute, whole } from "./format";
import { now } from "./now";
import { zone } from "./zone";

type Props = {
  /** RFC 3339, milliseconds since 1970, or nothing. */
  at: string | number | null | undefined;
  /**
   * "brief" is the time, with its day where that is not today's; "minute" day and time without seconds, "ago" how long it is
   * since; "whole" all of it.
   */
  as?: "brief" | "minute" | "ago" | "whole";
};

/** A moment, its zone always with it; what is left out is in its tooltip. */
export function Moment({ at, as = "brief" }: Props) {
  const date = at === null || at === undefined ? null : new Date(at);
  if (date === null || Number.isNaN(date.getTime())) return <span class="unknown">–</span>;
  const shown = {
    brief: () => brief(date, zone.value, now.value),
    minute: () => minute(date, zone.value, now.value),
    ago: () => ago(date, now.value),
    whole: () => whole(date, zone.value),
  }[as]();
  return (
    <time dateTime={date.toISOString()} title={`${whole(date, zone.value)}, ${ago(date, now.value)}`}>
      {shown}
    </time>
  );
}
