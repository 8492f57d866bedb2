import { useEffect, useRef, useState } from "preact/hooks";
import type { Editor } from "./editor";
import type { Remark } from "./types";

type Props = {
  label: string;
  /** What it begins with; from then on the editor knows it best. */
  text: string;
  /** Another number means that the text was changed by somebody else than the writer, and is to be shown. */
  round: number;
  change: (text: string) => void;
  remarks: readonly Remark[];
  /** Whether it has the focus once it is there. */
  begin?: boolean;
};

/** Where a query is written: a plain field until the editor has come, and if it never does. */
export function QueryEditor({ label, text, round, change, remarks, begin = false }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [ready, setReady] = useState(false);
  const current = useRef({ text, change });
  current.current = { text, change };

  useEffect(() => {
    let gone = false;
    import("./editor").then(
      ({ mountEditor }) => {
        if (gone || host.current === null) return;
        editor.current = mountEditor(host.current, {
          label,
          text: current.current.text,
          changed: (now) => current.current.change(now),
        });
        setReady(true);
      },
      (error) => console.error("the editor did not come; the plain field stays", error),
    );
    return () => {
      gone = true;
      editor.current?.destroy();
      editor.current = null;
    };
  }, [label]);

  // what is hidden takes no focus, so not before it is shown
  useEffect(() => {
    if (ready && begin) editor.current?.focus();
  }, [ready, begin]);

  // not when `text` changes: it is a moment behind what is being typed, and would take the last letters back
  useEffect(() => editor.current?.setText(current.current.text), [round]);
  // `ready` as well: what was said before the editor came
  useEffect(() => editor.current?.remark(remarks), [remarks, ready]);

  return (
    <div class="query-editor">
      <div ref={host} hidden={!ready} />
      {!ready && (
        <textarea
          class="mono"
          aria-label={label}
          rows={3}
          spellcheck={false}
          value={text}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
