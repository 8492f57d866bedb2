import { Moment } from "../time/Moment";
import type { TriedSource } from "./types";
import { failureName } from "./words";

/** What an address would give, and what is the matter with it. */
export function TrialResult({ trial, asked }: { trial: TriedSource; asked: string }) {
  const good = trial.status === "OK";
  return (
    <section class="trial" aria-label="What would come out" role="status">
      <h2>
        <span class={`health ${good ? "good" : "bad"}`}>{failureName(trial.status)}</span>
        {trial.title ?? trial.url}
      </h2>
      <p class="muted">
        {trial.kind ? `${trial.kind.toLowerCase()}, ` : ""}
        {trial.found} items{trial.language && `, language ${trial.language}`}
        {trial.url !== asked && `, to be added as ${trial.url}`}
      </p>
      {trial.problems.map((problem) => (
        <p class={`remark ${good ? "warning" : "error"}`} key={problem}>
          {problem}
        </p>
      ))}
      <ol class="hits">
        {trial.items.map((item, index) => (
          <li key={`${index} ${item.url}`} lang={item.language ?? undefined}>
            <b dir="auto">{item.title ?? "without a headline"}</b>
            <p dir="auto">{item.text}</p>
            {item.problem && <p class="remark warning">{item.problem}</p>}
            <small>
              {item.publishedAt ? <Moment at={item.publishedAt} /> : "without a date"}
              {item.author && ` · ${item.author}`} · {item.characters} characters
              {item.fullText ? ", the full text" : ", a teaser"}
              {item.url && ` · ${item.url}`}
            </small>
          </li>
        ))}
      </ol>
      {trial.leftOut.length > 0 && (
        <details>
          <summary>{`${trial.leftOut.length} left out`}</summary>
          <ul>
            {trial.leftOut.map(({ what, reason }) => (
              <li key={`${what} ${reason}`}>
                {what}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
