import { useState } from "preact/hooks";
import { ApiError, get } from "../api/client";
import { type Explained, type Explanation, explain } from "../api/explain";
import { useResource } from "../api/resource";
import { Text } from "../ui/Text";

type Watch = { id: string; title: string | null };

/** Holds another watch, or a query that one types, against the article: why does it match, or why not? */
export function WhyNot({ articleId }: { articleId: string }) {
  const { data } = useResource("watches", (signal) => get<Watch[]>("/api/watches", { limit: 1000 }, signal));
  const [watchId, setWatch] = useState("");
  const [query, setQuery] = useState("");
  const [answer, setAnswer] = useState<Explained | ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      setAnswer(await explain(articleId, watchId === "" ? { query } : { watchId }));
    } catch (error) {
      setAnswer(error instanceof ApiError ? error : new ApiError(0, String(error)));
    }
    setBusy(false);
  };
  return (
    <form class="why-not" onSubmit={ask}>
      <div class="why-not-asked">
        <label>
          <span class="hidden">Watch</span>
          <select value={watchId} onChange={(event) => setWatch(event.currentTarget.value)}>
            <option value="">a query:</option>
            {(data ?? []).map(({ id, title }) => (
              <option key={id} value={id}>
                {title || id}
              </option>
            ))}
          </select>
        </label>
        {watchId === "" && (
          <label class="why-not-query">
            <span class="hidden">Query</span>
            <input
              class="mono"
              value={query}
              spellcheck={false}
              placeholder="place:Kharkiv claim:CASUALTIES"
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </label>
        )}
        <button type="submit" disabled={busy || (watchId === "" && query.trim() === "")}>
          Ask
        </button>
      </div>
      <div role="status">{answer !== null && <Answer answer={answer} />}</div>
    </form>
  );
}

function Answer({ answer }: { answer: Explained | ApiError }) {
  if (answer instanceof ApiError) {
    return (
      <p class="problem">
        <Text>{answer.message}</Text>
      </p>
    );
  }
  return (
    <>
      <p class={answer.matches ? "holds" : "fails"}>
        {answer.matches ? "✓ It matches." : "✕ It does not match."}
        {answer.overTime && <span class="muted"> {answer.overTime}</span>}
      </p>
      {answer.parts.map((part, index) => (
        <div key={`${index} ${part.tree.text}`}>
          {part.firstFailure && (
            <p>
              Fails at <code>{part.firstFailure.clause}</code>
              {part.firstFailure.nearest && (
                <>
                  ; nearest: <Text>{part.firstFailure.nearest}</Text>
                </>
              )}
            </p>
          )}
          <ul class="tree">
            <Branch of={part.tree} />
          </ul>
        </div>
      ))}
    </>
  );
}

function Branch({ of }: { of: Explanation }) {
  return (
    <li>
      <span class={of.holds ? "holds" : "fails"}>
        {of.holds ? "✓ " : "✕ "}
        <span class="hidden">{of.holds ? "true: " : "false: "}</span>
        <code>{of.text}</code>
      </span>
      {of.nearest && (
        <span class="muted">
          {" "}
          nearest: <Text>{of.nearest}</Text>
        </span>
      )}
      {of.parts.length > 0 && !(of.parts.length === 1 && of.parts[0]?.text === of.text) && (
        <ul>
          {of.parts.map((part, index) => (
            <Branch of={part} key={`${index} ${part.text}`} />
          ))}
        </ul>
      )}
    </li>
  );
}
