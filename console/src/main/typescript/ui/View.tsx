import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

type Props = {
  title: string;
  /** What can be done with all of the view, beside its title. */
  actions?: ComponentChildren;
  children: ComponentChildren;
};

/** The frame of a view: its title, in the tab too, and below it what it shows. */
export function View({ title, actions, children }: Props) {
  useEffect(() => {
    setViewTitle(title);
  }, [title]);
  return (
    <main class="view" id="view" tabIndex={-1}>
      <header class="view-header">
        <h1>{title}</h1>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

let viewTitle = "Vedette";
let unread = 0;

function setViewTitle(title: string): void {
  viewTitle = title === "Vedette" ? title : `${title} · Vedette`;
  write();
}

/** So many alerts that nobody has looked at yet, in front of the tab's title; 0 for none. */
export function setTitleBadge(count: number): void {
  unread = count;
  write();
}

function write(): void {
  document.title = unread > 0 ? `(${unread > 99 ? "99+" : unread}) ${viewTitle}` : viewTitle;
}
