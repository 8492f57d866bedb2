import type { ComponentChildren, RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { get } from "../api/client";
import { useResource } from "../api/resource";
import { useAddress } from "../app/address";
import { useCommands } from "../app/keys";
import { CLAIM_TYPES, claimWords } from "../ui/claims";
import { Chip } from "../ui/controls";
import { type AlertFilter, isFiltered, NO_FILTER, values } from "./filters";

type Watch = { id: string; title: string | null };

const SEVERITIES = ["CRITICAL", "WARNING", "INFO"];
const STATUSES = ["OPEN", "ACKNOWLEDGED", "REJECTED", "WITHDRAWN"];
const TIMES = [
  { value: "", name: "any time" },
  { value: "-1h", name: "last hour" },
  { value: "-12h", name: "last 12 hours" },
  { value: "-1d", name: "last day" },
  { value: "-7d", name: "last 7 days" },
];

/** What of the alerts is shown; the address has it, so that it can be shared. */
export function FilterBar({ filter }: { filter: AlertFilter }) {
  const address = useAddress();
  const words = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const { data } = useResource("watches", (signal) => get<Watch[]>("/api/watches", { limit: 1000 }, signal));
  const set = (name: keyof AlertFilter, value: string) => address.set({ [name]: value });
  const active = Object.values(filter).filter((value) => value !== "").length;
  const times = TIMES.some(({ value }) => value === filter.from) && filter.to === "";

  useCommands("Filters", [
    {
      keys: "/",
      does: "Search in the alerts' articles",
      run: () => {
        setOpen(true);
        requestAnimationFrame(() => words.current?.focus());
      },
    },
  ]);

  return (
    <search class={`alert-filters${open ? " open" : ""}`} aria-label="Which alerts">
      <button type="button" class="alert-filters-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {active === 0 ? "Filter" : `Filter (${active})`}
      </button>
      <div class="filter-fields">
        <Typed
          label="Words in the article"
          placeholder="Search (/)"
          value={filter.q}
          set={(value) => set("q", value)}
          field={words}
        />
        <Select label="Watch" all="any watch" value={filter.watch} set={(value) => set("watch", value)}>
          {named(data ?? [], filter.watch).map(({ id, title }) => (
            <option key={id} value={id}>
              {title || id}
            </option>
          ))}
        </Select>
        <Typed label="Place" placeholder="Place" value={filter.place} set={(value) => set("place", value)} />
        <Select label="Type of claim" all="any claim" value={filter.claim} set={(value) => set("claim", value)}>
          {CLAIM_TYPES.map((type) => (
            <option key={type} value={type}>
              {claimWords(type)}
            </option>
          ))}
        </Select>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't lie in a line of other controls everywhere */}
        <div class="choices" role="group" aria-label="Severity">
          {SEVERITIES.map((severity) => {
            const chosen = values(filter.severity);
            const on = chosen.includes(severity);
            const next = on ? chosen.filter((other) => other !== severity) : [...chosen, severity];
            return (
              <button
                key={severity}
                type="button"
                aria-pressed={on}
                onClick={() => set("severity", SEVERITIES.filter((one) => next.includes(one)).join(","))}
              >
                {severity.toLowerCase()}
              </button>
            );
          })}
        </div>
        <Select label="Status" all="any status" value={filter.status} set={(value) => set("status", value)}>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {status.toLowerCase()}
            </option>
          ))}
        </Select>
        <label>
          <span class="hidden">Time</span>
          <select
            value={times ? filter.from : "other"}
            onChange={(event) => address.set({ from: event.currentTarget.value, to: null })}
          >
            {TIMES.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
            {!times && <option value="other">{[filter.from || "…", filter.to || "now"].join(" to ")}</option>}
          </select>
        </label>
        {filter.story !== "" && (
          <Chip name="the story" remove={() => set("story", "")}>
            one story
          </Chip>
        )}
        {isFiltered(filter) && (
          <button
            type="button"
            class="plain"
            onClick={() => address.set(Object.fromEntries(Object.keys(NO_FILTER).map((name) => [name, null])))}
          >
            Clear
          </button>
        )}
      </div>
    </search>
  );
}

/** The watches, and the one that is chosen even if it is gone. */
function named(watches: readonly Watch[], chosen: string): readonly Watch[] {
  return chosen === "" || watches.some(({ id }) => id === chosen)
    ? watches
    : [...watches, { id: chosen, title: chosen }];
}

type SelectProps = {
  label: string;
  all: string;
  value: string;
  set: (value: string) => void;
  children: ComponentChildren;
};

function Select({ label, all, value, set, children }: SelectProps) {
  return (
    <label>
      <span class="hidden">{label}</span>
      <select value={value} class={value === "" ? "" : "set"} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  );
}

type TypedProps = {
  label: string;
  placeholder: string;
  value: string;
  set: (value: string) => void;
  field?: RefObject<HTMLInputElement | null>;
};

/** A field that counts once it is left or Enter is pressed. */
function Typed({ label, placeholder, value, set, field }: TypedProps) {
  return (
    <label>
      <span class="hidden">{label}</span>
      <input
        {...(field && { ref: field })}
        key={value}
        type="search"
        class={value === "" ? "" : "set"}
        placeholder={placeholder}
        defaultValue={value}
        onChange={(event) => set(event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
          if (event.key === "Enter") set(event.currentTarget.value.trim());
        }}
      />
    </label>
  );
}
