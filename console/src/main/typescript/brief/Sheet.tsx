import { useLayoutEffect, useRef } from "preact/hooks";
import type { Line, Paper, Section } from "./paper";
import { withLine, withoutLine, withoutSection, withText } from "./paper";

type Props = { paper: Paper; edit: (paper: Paper) => void };

let added = 0;

/** The paper, each line to be written over, taken out, or followed by others. */
export function Sheet({ paper, edit }: Props) {
  return (
    <article class="sheet">
      <Area
        class="sheet-title"
        name="Title"
        text={paper.title}
        write={(text) => edit({ ...paper, title: text.replaceAll(/\s*\n\s*/g, " ") })}
      />
      <h2 class="printed sheet-title">{paper.title}</h2>
      <p class="muted">{paper.summary}</p>
      {paper.parts.map((part) => (
        <section key={part.title} class={`part ${said(part.sections) ? "" : "unsaid"}`}>
          <h2>{part.title}</h2>
          {part.sections.map((section) => (
            <Lines key={section.id} section={section} paper={paper} edit={edit} />
          ))}
        </section>
      ))}
    </article>
  );
}

function said(sections: readonly Section[]): boolean {
  return sections.some(({ lines }) => lines.some(({ text }) => text.trim() !== ""));
}

function Lines({ section, paper, edit }: Props & { section: Section }) {
  const { id, title, lines } = section;
  const where = title === "" ? "" : ` about ${title}`;
  return (
    <div class={`lines ${said([section]) ? "" : "unsaid"}`}>
      {title !== "" && (
        <h3>
          {title}
          <button
            type="button"
            class="plain quiet"
            aria-label={`Remove all${where}`}
            onClick={() => edit(withoutSection(paper, id))}
          >
            ✕
          </button>
        </h3>
      )}
      {lines.length > 0 && (
        <ul>
          {lines.map((line, index) => (
            <OneLine
              key={line.id}
              line={line}
              name={`Line ${index + 1}${where}`}
              write={(text) => edit(withText(paper, id, line.id, text))}
              remove={() => edit(withoutLine(paper, id, line.id))}
            />
          ))}
        </ul>
      )}
      <button
        type="button"
        class="plain quiet add"
        aria-label={`Add a line${where}`}
        onClick={() => edit(withLine(paper, id, `own ${Date.now()} ${++added}`))}
      >
        + line
      </button>
    </div>
  );
}

type LineProps = { line: Line; name: string; write: (text: string) => void; remove: () => void };

function OneLine({ line, name, write, remove }: LineProps) {
  return (
    <li class={line.text.trim() === "" ? "unsaid" : ""}>
      <time>{line.time}</time>
      <div>
        <Area name={name} text={line.text} write={write} begin={line.text === "" && line.sources.length === 0} />
        <p class="printed" dir="auto">
          {line.text}
        </p>
        {line.sources.length > 0 && (
          <p class="sources">
            {line.sources.map(({ label, url }) => (
              <a key={url} href={url} {...(!url.startsWith("/") && { target: "_blank", rel: "noopener noreferrer" })}>
                {label}
              </a>
            ))}
          </p>
        )}
      </div>
      <button type="button" class="plain quiet" aria-label={`Remove ${name.toLowerCase()}`} onClick={remove}>
        ✕
      </button>
    </li>
  );
}

type AreaProps = { name: string; text: string; write: (text: string) => void; begin?: boolean; class?: string };

/** Text to be written over, as high as it is; one that begins has the focus at once. */
function Area({ name, text, write, begin = false, class: named }: AreaProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    // where the style field-sizing is not known
    const area = field.current;
    if (area === null || CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);
  useLayoutEffect(() => {
    if (begin) field.current?.focus();
  }, []);
  return (
    <textarea
      ref={field}
      class={named}
      rows={1}
      dir="auto"
      aria-label={name}
      placeholder="Write here"
      value={text}
      onInput={(event) => write(event.currentTarget.value)}
    />
  );
}
