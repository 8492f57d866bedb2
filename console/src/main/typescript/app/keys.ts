import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** Something that a key does. */
export type Command = {
  /** As `KeyboardEvent.key` has it: "j", "?", "Enter"; two after each other as "g a". */
  keys: string;
  /** What it does, for the help. */
  does: string;
  run: (event: KeyboardEvent) => void;
};

type Group = { title: string; commands: readonly Command[] };

const SECOND_KEY_WITHIN = 1500;

/** What the keys do now, for the help: the view's own first. */
export const commandGroups = signal<readonly Group[]>([]);

let pending: { key: string; timer: ReturnType<typeof setTimeout> } | null = null;

/** Lets keys do something as long as the view is there.  They rest while somebody writes or a dialog is open. */
export function useCommands(title: string, commands: readonly Command[]): void {
  const current = useRef(commands);
  current.current = commands;
  const known = commands.map((command) => command.keys).join(",");
  // what the keys are decides; what they do is looked up when they are pressed
  useEffect(() => {
    const group: Group = {
      title,
      get commands() {
        return current.current;
      },
    };
    commandGroups.value = [group, ...commandGroups.peek()];
    return () => {
      commandGroups.value = commandGroups.peek().filter((other) => other !== group);
    };
  }, [title, known]);
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || rests(event)) return;
  const before = pending?.key;
  forget();
  const command = find(before === undefined ? event.key : `${before} ${event.key}`);
  if (command !== undefined) {
    event.preventDefault();
    command.run(event);
  } else if (before === undefined && begins(event.key)) {
    pending = { key: event.key, timer: setTimeout(forget, SECOND_KEY_WITHIN) };
  }
});

function forget(): void {
  if (pending !== null) clearTimeout(pending.timer);
  pending = null;
}

function find(keys: string): Command | undefined {
  for (const group of commandGroups.peek()) {
    const found = group.commands.find((command) => command.keys === keys);
    if (found !== undefined) return found;
  }
  return undefined;
}

function begins(key: string): boolean {
  return commandGroups.peek().some((group) => group.commands.some((command) => command.keys.startsWith(`${key} `)));
}

/** Letters belong to whoever writes; Enter and the space bar to the button or link that has the focus. */
function rests(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog[open]") !== null || document.querySelector("dialog[open]:modal") !== null) return true;
  if (target.isContentEditable || target.matches("input, select, textarea")) return event.key !== "Escape";
  return (event.key === "Enter" || event.key === " ") && target.matches("a, button, summary");
}
