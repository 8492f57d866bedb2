import type { Remark } from "./types";

export type Underlined = { from: number; to: number; severity: "error" | "warning" | "info"; message: string };

const SEVERITIES = { ERROR: "error", WARNING: "warning", HINT: "info" } as const;

/** What is said about a query as it is underlined: at least one letter, and never beyond the end. */
export function underlined(remarks: readonly Remark[], length: number): Underlined[] {
  return remarks.flatMap(({ from, to, severity, message }) => {
    if (from === null) return [];
    const start = Math.max(0, Math.min(from, length));
    const end = Math.max(start, Math.min(to ?? start, length));
    const empty = start === end;
    return [
      {
        from: empty && start === length ? Math.max(0, start - 1) : start,
        to: empty ? Math.min(start + 1, length) : end,
        severity: SEVERITIES[severity],
        message,
      },
    ];
  });
}
