import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Choices } from "../ui/controls";
import type { Fault } from "./filters";

type Language = "words" | "watch";

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  /** What is asked now. */
  text: string;
  language: Language;
  fault: Fault | null;
  ask: (text: string, language: Language) => void;
};

const LANGUAGES = [
  { value: "words", name: "Words" },
  { value: "watch", name: "Watch language" },
];

const EXAMPLES: Record<Language, string> = {
  words: 'convoy bridge | "supply routes" -exercise',
  watch: 'claim(type:WITHDRAWAL place:Kharkiv) OR ("supply routes" NEAR/5 convoy)',
};

/** What is searched for: Enter asks, Shift+Enter begins a line. */
export function Question({ field, text, language, fault, ask }: Props) {
  const [written, setWritten] = useState(text);
  const [spoken, setSpoken] = useState<Language>(language);
  useEffect(() => {
    setWritten(text);
    if (text !== "") setSpoken(language);
  }, [text, language]);
  const go = (event: Event) => {
    event.preventDefault();
    ask(written.trim(), spoken);
  };
  const speak = (value: string) => {
    setSpoken(value as Language);
    if (written.trim() !== "") ask(written.trim(), value as Language);
    field.current?.focus();
  };
  return (
    <form class="question" onSubmit={go}>
      <div class="question-text">
        <textarea
          ref={field}
          rows={written.split("\n").length}
          aria-label="What to search for"
          aria-invalid={fault !== null}
          aria-describedby={fault ? "search-fault" : undefined}
          spellcheck={false}
          placeholder={EXAMPLES[spoken]}
          value={written}
          onInput={(event) => setWritten(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey) go(event);
          }}
        />
        {fault && (
          <div class="fault" id="search-fault" role="alert">
            <pre aria-hidden="true">{`${fault.line}\n${" ".repeat(fault.column - 1)}▲`}</pre>
            <p>{`Column ${fault.column}: ${fault.message}`}</p>
          </div>
        )}
      </div>
      <Choices label="Language of the question" choices={LANGUAGES} value={spoken} choose={speak} />
      <button type="submit" class="primary">
        Search
      </button>
    </form>
  );
}
