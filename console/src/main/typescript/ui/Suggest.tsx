import { useEffect, useId, useRef, useState } from "preact/hooks";
import { get } from "../api/client";
import { rememberName } from "./names";

/** What /api/suggest completes. */
export type SuggestOf = "actor" | "place" | "claim" | "field" | "watch" | "source";

export type Suggestion = {
  of: SuggestOf;
  /** What filters take. */
  value: string;
  label: string;
  detail: string | null;
  /** What to write into a query, quoted as needed. */
  insert: string;
};

type Props = {
  /** What may be chosen; several are asked for at once and each says what it is. */
  of: readonly SuggestOf[];
  label: string;
  placeholder?: string;
  pick: (picked: Suggestion) => void;
};

const WAIT_MILLIS = 120;
const LIMIT = 20;

/** A field that completes what is typed to names that Vedette knows: arrows choose, Enter takes, Escape closes. */
export function Suggest({ of, label, placeholder = "", pick }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const [open, setOpen] = useState(false);
  const { items, problem } = useSuggestions(of, open ? text : null);
  const at = Math.min(chosen, items.length - 1);

  const take = (suggestion: Suggestion | undefined) => {
    if (suggestion === undefined) return;
    setText("");
    setOpen(false);
    rememberName(suggestion.of, suggestion.value, { label: suggestion.label, insert: suggestion.insert });
    pick(suggestion);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      if (items.length > 0) setChosen((at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      take(items[at]);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
    }
  };

  const shown = open && text !== "";
  return (
    <div class="suggest">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={shown && items.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && items.length > 0 ? `${id}-${at}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div
        class="suggest-list"
        role="listbox"
        id={`${id}-list`}
        aria-label={label}
        hidden={!shown || items.length === 0}
      >
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
          <div
            key={`${item.of} ${item.value}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(item)}
          >
            <span>{item.label}</span>
            <small>{[of.length > 1 ? item.of : null, item.detail].filter(Boolean).join(" · ")}</small>
          </div>
        ))}
      </div>
      {shown && problem !== null && (
        <p class="suggest-problem" role="status">
          {problem}
        </p>
      )}
    </div>
  );
}

type Known = { items: readonly Suggestion[]; problem: string | null };

function useSuggestions(of: readonly SuggestOf[], text: string | null): Known {
  const [known, setKnown] = useState<Known>({ items: [], problem: null });
  const kinds = of.join(" ");
  useEffect(() => {
    const q = text?.trim() ?? "";
    if (q === "") {
      setKnown({ items: [], problem: null });
      return;
    }
    const control = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answers = await Promise.all(
          (kinds.split(" ") as SuggestOf[]).map(async (kind) => {
            const query = { of: kind, q, limit: LIMIT };
            const { items } = await get<{ items: Omit<Suggestion, "of">[] }>("/api/suggest", query, control.signal);
            return items.map((item) => ({ ...item, of: kind }));
          }),
        );
        const items = interleaved(answers).slice(0, LIMIT);
        setKnown({ items, problem: items.length === 0 ? "Nothing of that name is known" : null });
      } catch (error) {
        if (!control.signal.aborted) setKnown({ items: [], problem: error instanceof Error ? error.message : "" });
      }
    }, WAIT_MILLIS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [kinds, text]);
  return known;
}

/** The best of each, then the second best of each: no kind hides the others. */
function interleaved<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const mixed: T[] = [];
  for (let index = 0; index < longest; index++) {
    for (const list of lists) {
      const item = list[index];
      if (item !== undefined) mixed.push(item);
    }
  }
  return mixed;
}
