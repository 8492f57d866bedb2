import type { ComponentChildren } from "preact";

type Choice = { value: string; name: string };

/** One of a few, side by side. */
export function Choices({
  label,
  choices,
  value,
  choose,
}: {
  label: string;
  choices: readonly Choice[];
  value: string;
  choose: (value: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't lie in a line of other controls everywhere
    <div class="choices" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => choose(choice.value)}
        >
          {choice.name}
        </button>
      ))}
    </div>
  );
}

/** Something that was chosen and may be taken away. */
export function Chip({ children, remove, name }: { children: ComponentChildren; remove: () => void; name: string }) {
  return (
    <span class="chip">
      {children}
      <button type="button" class="plain" aria-label={`Remove ${name}`} onClick={remove}>
        ✕
      </button>
    </span>
  );
}
