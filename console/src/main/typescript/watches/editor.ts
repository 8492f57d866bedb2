// The editor, a chunk of its own.  It lives in a shadow root: there CodeMirror's styles are adopted style sheets, which the
// page's policy allows, and not <style> elements, which it forbids.
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  startCompletion,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { closing, placeAt } from "./completion";
import { underlined } from "./diagnostics";
import { watchLanguage } from "./language";
import { suggestions } from "./suggestions";
import type { Remark, Suggested } from "./types";

export type Editor = {
  setText: (text: string) => void;
  remark: (remarks: readonly Remark[]) => void;
  focus: () => void;
  destroy: () => void;
};

type Options = { label: string; text: string; changed: (text: string) => void };

/** How long after a keystroke the server is asked what could follow. */
const SUGGEST_MILLIS = 120;

const colours = HighlightStyle.define([
  { tag: tags.logicOperator, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.keyword, color: "var(--accent)" },
  { tag: tags.compareOperator, color: "var(--accent)" },
  { tag: tags.propertyName, color: "var(--actor)" },
  { tag: tags.atom, color: "var(--place)" },
  { tag: tags.string, color: "var(--claim)" },
  { tag: tags.special(tags.string), color: "var(--claim)" },
  { tag: tags.regexp, color: "var(--critical)" },
  { tag: tags.number, color: "var(--warning)" },
  { tag: tags.paren, color: "var(--muted)" },
  { tag: tags.separator, color: "var(--muted)" },
]);

const theme = EditorView.theme({
  "&": {
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    background: "var(--ground)",
    color: "var(--text)",
    fontSize: "0.9375rem",
  },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", minHeight: "4.8rem", maxHeight: "40vh" },
  ".cm-content": { caretColor: "var(--text)", padding: "0.5rem 0" },
  ".cm-line": { padding: "0 0.75rem" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-placeholder": { color: "var(--muted)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--accent-ground)",
  },
  "&.cm-focused .cm-matchingBracket": { background: "var(--match-ground)" },
  ".cm-tooltip": {
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    background: "var(--surface)",
    color: "var(--text)",
    boxShadow: "var(--shadow)",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--font)",
    fontSize: "0.875rem",
    maxHeight: "18rem",
    maxWidth: "min(36rem, 92vw)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.25rem 0.6rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent-ground)", color: "var(--text)" },
  ".cm-completionDetail": { color: "var(--muted)", fontStyle: "normal", marginLeft: "0.8em" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700", color: "var(--accent)" },
  ".cm-diagnostic": { padding: "0.35rem 0.6rem", fontFamily: "var(--font)", maxWidth: "32rem" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--critical)" },
  ".cm-diagnostic-warning": { borderLeft: "4px solid var(--warning)" },
  ".cm-diagnostic-info": { borderLeft: "4px solid var(--info)" },
  ".cm-lintRange-error": { background: "none", borderBottom: "2px solid var(--critical)" },
  ".cm-lintRange-warning": { background: "none", borderBottom: "2px dotted var(--warning)" },
  ".cm-lintRange-info": { background: "none", borderBottom: "1px dotted var(--info)" },
});

/** Puts an editor of queries into an element.  Tab leaves it; Escape closes what it offers. */
export function mountEditor(host: HTMLElement, { label, text, changed }: Options): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [complete], activateOnTypingDelay: SUGGEST_MILLIS, icons: false }),
        watchLanguage,
        watchLanguage.data.of({ closeBrackets: { brackets: ["(", '"'] } }),
        syntaxHighlighting(colours),
        EditorView.lineWrapping,
        theme,
        placeholder('"supply routes" (convoy OR truck) place:Kherson'),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          ...lintKeymap,
          // Ctrl-Enter is the page's
          ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(now) {
      const before = view.state.doc.toString();
      if (now !== before) view.dispatch({ changes: { from: 0, to: before.length, insert: now } });
    },
    remark(remarks) {
      view.dispatch(setDiagnostics(view.state, underlined(remarks, view.state.doc.length)));
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const query = context.state.doc.toString();
  const place = placeAt(query, context.pos);
  if (place === null || (place.of === "term" && place.prefix === "" && !context.explicit)) return null;
  if (place.of === "fixed") {
    return { from: place.from, options: (place.words ?? []).map((label) => ({ label })), validFor: /^[A-Za-z_]*$/ };
  }
  const control = new AbortController();
  context.addEventListener("abort", () => control.abort());
  try {
    const items = await suggestions(place.of === "term" ? "field" : place.of, place.prefix, control.signal);
    return { from: place.from, options: items.map((item) => option(item, place.of === "term")), filter: false };
  } catch {
    // it is a help, no more: without an answer one writes on
    return null;
  }
}

function option({ label, detail, insert }: Suggested, term: boolean): Completion {
  return {
    label,
    ...(detail !== null && { detail }),
    apply(view, _completion, from, to) {
      const after = view.state.sliceDoc(to, to + 1);
      const end = after === '"' && insert.endsWith('"') ? to + 1 : to;
      const closed = term && (after === "" || /[\s)]/.test(after)) ? closing(insert) : "";
      view.dispatch({
        changes: { from, to: end, insert: insert + closed },
        selection: { anchor: from + insert.length },
        userEvent: "input.complete",
      });
      if (insert.endsWith(":")) startCompletion(view);
    },
  };
}
