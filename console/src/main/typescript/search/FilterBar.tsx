import { useState } from "preact/hooks";
import type { Address } from "../app/address";
import { day, whole } from "../time/format";
import { now } from "../time/now";
import { zone } from "../time/zone";
import { CLAIM_TYPES, claimWords } from "../ui/claims";
import { Chip, Choices } from "../ui/controls";
import { nameOf } from "../ui/names";
import { Suggest } from "../ui/Suggest";
import { SEVERAL } from "./filters";

type Props = { address: Address; filters: Record<string, string[]> };

const SPANS = [
  { value: "-1h", name: "1 h" },
  { value: "-24h", name: "24 h" },
  { value: "-7d", name: "7 d" },
  { value: "-30d", name: "30 d" },
  { value: "", name: "All" },
];

const TEXTS = [
  { name: "country", label: "Country", example: "UA" },
  { name: "language", label: "Language", example: "en" },
  { name: "domain", label: "Domain", example: "example.org" },
  { name: "bbox", label: "Box: west,south,east,north", example: "34.5,46,37,47.5" },
];

const MODALITIES = ["ASSERTED", "DENIED", "POSSIBLE", "FUTURE", "CONDITIONAL"];

/** The filters: time, places, actors, claims and outlets as chips, the rarer ones behind "More". */
export function FilterBar({ address, filters }: Props) {
  const rare = [...TEXTS.map(({ name }) => name), "modality"].filter((name) => filters[name]);
  const [more, setMore] = useState(rare.length > 0);
  const add = (name: string, value: string) => {
    if (value !== "" && !filters[name]?.includes(value))
      address.set({ [name]: [...(filters[name] ?? []), value] }, "push");
  };
  const remove = (name: string, value: string) => {
    address.set({ [name]: filters[name]?.filter((other) => other !== value) ?? null }, "push");
  };
  return (
    <div class="search-filters">
      <div class="filters">
        <Time address={address} from={filters.from?.[0] ?? ""} to={filters.to?.[0] ?? ""} />
        <Suggest
          of={["place", "actor", "source"]}
          label="Place, actor or outlet"
          placeholder="Place, actor, outlet …"
          pick={({ of, value }) => add(of, value)}
        />
        <select aria-label="Claims" value="" onChange={(event) => add("claim", event.currentTarget.value)}>
          <option value="">Claims …</option>
          {CLAIM_TYPES.map((type) => (
            <option key={type} value={type}>
              {claimWords(type)}
            </option>
          ))}
        </select>
        <button type="button" class="plain" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? "Less" : "More …"}
        </button>
      </div>
      {more && <Rare address={address} filters={filters} />}
      <Chosen filters={filters} remove={remove} />
    </div>
  );
}

function Chosen({ filters, remove }: { filters: Props["filters"]; remove: (name: string, value: string) => void }) {
  const chosen = SEVERAL.flatMap((name) => (filters[name] ?? []).map((value) => ({ name, value })));
  if (chosen.length === 0) return null;
  return (
    <div class="chips">
      {chosen.map(({ name, value }) => (
        <Chip key={`${name} ${value}`} name={`${name} ${nameOf(name, value)}`} remove={() => remove(name, value)}>
          <span>
            <small>{name}</small> {name === "claim" ? claimWords(value) : nameOf(name, value)}
          </span>
        </Chip>
      ))}
    </div>
  );
}

function Time({ address, from, to }: { address: Address; from: string; to: string }) {
  const known = to === "" && SPANS.some(({ value }) => value === from);
  return (
    <>
      <Choices
        label="Accepted within"
        choices={SPANS}
        value={known ? from : "other"}
        choose={(value) => address.set({ from: value, to: null }, "push")}
      />
      {!known && (
        <Chip name="these times" remove={() => address.set({ from: null, to: null }, "push")}>
          <span>{`${shown(from) || "begin"} – ${shown(to) || "now"}`}</span>
        </Chip>
      )}
    </>
  );
}

function shown(at: string): string {
  const date = new Date(at);
  return /^\d{4}-/.test(at) && !Number.isNaN(date.getTime()) ? whole(date, zone.value) : at;
}

function Rare({ address, filters }: Props) {
  return (
    <div class="rare">
      {TEXTS.map(({ name, label, example }) => (
        <label key={name}>
          <span>{label}</span>
          <input
            value={filters[name]?.[0] ?? ""}
            placeholder={example}
            spellcheck={false}
            onChange={(event) => address.set({ [name]: event.currentTarget.value.trim() }, "push")}
          />
        </label>
      ))}
      <label>
        <span>Claims are</span>
        <select
          value={filters.modality?.[0] ?? ""}
          onChange={(event) => address.set({ modality: event.currentTarget.value }, "push")}
        >
          <option value="">in any way</option>
          {MODALITIES.map((modality) => (
            <option key={modality} value={modality}>
              {modality.toLowerCase()}
            </option>
          ))}
        </select>
      </label>
      <Between address={address} filters={filters} name="from" label="From (UTC)" />
      <Between address={address} filters={filters} name="to" label="Before (UTC)" />
    </div>
  );
}

function Between({ address, filters, name, label }: Props & { name: "from" | "to"; label: string }) {
  const value = filters[name]?.[0] ?? "";
  return (
    <label>
      <span>{label}</span>
      <input
        type="datetime-local"
        max={`${day(now.peek(), "utc")}T23:59`}
        value={/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? value.slice(0, 16) : ""}
        onChange={(event) => {
          const at = event.currentTarget.value;
          address.set({ [name]: at === "" ? null : `${at}:00Z` }, "push");
        }}
      />
    </label>
  );
}
