import type { ComponentChildren } from "preact";
import type { ApiError } from "../api/client";

/** Nothing to show, and why or what to do. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state empty">
      <p class="state-title">{title}</p>
      {children && <div>{children}</div>}
    </div>
  );
}

/** Lines where something will be, rather than a wheel: the page does not jump when it comes. */
export function Loading({ what, lines = 6 }: { what: string; lines?: number }) {
  return (
    <div class="state loading" role="status">
      <span class="hidden">{`Loading ${what}`}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div class="skeleton" key={line} />
      ))}
    </div>
  );
}

/** What went wrong, in the server's words, and a button to try again. */
export function Failed({ what, error, retry }: { what: string; error: ApiError; retry?: () => void }) {
  return (
    <div class="state failed" role="alert">
      <p class="state-title">{`Can't show ${what}`}</p>
      <p>{error.message}</p>
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** What is shown is from before: asking again has failed. */
export function Stale({ error, retry }: { error: ApiError; retry: () => void }) {
  return (
    <p class="stale" role="status">
      <span>{`Not up to date: ${error.message}`}</span>
      <button type="button" class="plain" onClick={retry}>
        Try again
      </button>
    </p>
  );
}
