import type { Severity } from "../api/types";

const WORDS: Record<Severity, string> = { INFO: "info", WARNING: "warning", CRITICAL: "critical" };

/** How grave it is, in a word and a colour: the colour alone tells nobody. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return <span class={`severity ${severity.toLowerCase()}`}>{WORDS[severity] ?? severity}</span>;
}
