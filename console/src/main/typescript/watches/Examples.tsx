import { send } from "../api/client";
import { useResource } from "../api/resource";
import { useDelayed } from "./delayed";
import { Marked } from "./Marked";
import type { Example, Tried } from "./types";

type Props = { query: string; examples: readonly Example[]; change: (examples: Example[]) => void };

/** Texts that the watch must match, or must not, each tried as query or text changes. */
export function Examples({ query, examples, change }: Props) {
  const put = (at: number, example: Example) => change(examples.map((one, index) => (index === at ? example : one)));
  return (
    <fieldset class="examples">
      <legend>Examples</legend>
      {examples.length === 0 && (
        <p class="muted">
          One text that it must match and one, as close to it as there is, that it must not: the watch is then refused
          when a change breaks them.
        </p>
      )}
      {examples.map((example, index) => (
        <One
          key={index}
          number={index + 1}
          query={query}
          example={example}
          change={(now) => put(index, now)}
          remove={() => change(examples.filter((_, at) => at !== index))}
        />
      ))}
      <div class="actions">
        <button type="button" onClick={() => change([...examples, { text: "", matches: true }])}>
          + must match
        </button>
        <button type="button" onClick={() => change([...examples, { text: "", matches: false }])}>
          + must not match
        </button>
      </div>
    </fieldset>
  );
}

type OneProps = {
  number: number;
  query: string;
  example: Example;
  change: (example: Example) => void;
  remove: () => void;
};

function One({ number, query, example, change, remove }: OneProps) {
  const must = example.matches !== false;
  const { matches: _, acceptedAt: __, ...article } = example;
  const asked = useDelayed(JSON.stringify({ query: query.trim(), article }), 300);
  const ready = query.trim() !== "" && Boolean(example.text || example.title);
  const { data, error } = useResource(ready ? asked : null, (signal) =>
    send<Tried>("POST", "/api/watches/test", { body: withText(asked), signal }),
  );
  const good = data && data.matches === must;
  return (
    <div class="example">
      <div class="panel-line">
        <select
          aria-label={`Example ${number}`}
          value={String(must)}
          onChange={(event) => change({ ...example, matches: event.currentTarget.value === "true" })}
        >
          <option value="true">must match</option>
          <option value="false">must not match</option>
        </select>
        <span class={`example-verdict ${data ? (good ? "good" : "bad") : ""}`} role="status">
          {data
            ? good
              ? must
                ? "✓ it does"
                : "✓ it does not"
              : must
                ? "✗ it does not"
                : "✗ it does"
            : error
              ? "–"
              : ""}
        </span>
        <button type="button" class="plain" aria-label={`Remove example ${number}`} onClick={remove}>
          ✕
        </button>
      </div>
      <textarea
        aria-label={`Text of example ${number}`}
        rows={2}
        dir="auto"
        placeholder="A sentence or two, as an article would say it"
        value={example.text ?? ""}
        onInput={(event) => change({ ...example, text: event.currentTarget.value })}
      />
      {data && data.clauses.length > 0 && (
        <p class="tried" dir="auto">
          <Marked text={example.text ?? ""} ranges={data.clauses.filter(({ field }) => field === "BODY")} />
        </p>
      )}
      <details
        open={Boolean(example.title || example.source || example.url || example.language || example.publishedAt)}
      >
        <summary>headline, outlet, address, language, time</summary>
        <div class="fields">
          {FIELDS.map(([name, label, hint]) => (
            <label key={name}>
              <span>{label}</span>
              <input
                value={String(example[name] ?? "")}
                placeholder={hint}
                onInput={(event) => change({ ...example, [name]: event.currentTarget.value || null })}
              />
            </label>
          ))}
        </div>
      </details>
    </div>
  );
}

const FIELDS: readonly (readonly [keyof Example, string, string])[] = [
  ["title", "Headline", ""],
  ["source", "Outlet", "Example Wire"],
  ["url", "Address", "https://…"],
  ["language", "Language", "en"],
  ["publishedAt", "Published", "2026-01-01T00:00:00Z"],
];

/** The trial needs a text, where an example may be a headline alone. */
function withText(asked: string): unknown {
  const trial = JSON.parse(asked);
  return { ...trial, article: { ...trial.article, text: trial.article.text ?? "" } };
}
