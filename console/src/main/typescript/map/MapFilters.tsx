import { useEffect, useState } from "preact/hooks";
import type { Address } from "../app/address";
import { CLAIM_TYPES, claimWords, FAMILIES, FAMILY_NAMES } from "../ui/claims";
import { Chip, Choices } from "../ui/controls";
import { nameOf } from "../ui/names";
import type { Filters } from "../ui/query";

const SPANS = [
  { value: "-1h", name: "Hour" },
  { value: "-24h", name: "Day" },
  { value: "-7d", name: "Week" },
];

/** Of which time, about what, and in which words. */
export function MapFilters({ address, filters }: { address: Address; filters: Filters }) {
  const [words, setWords] = useState(address.get("q"));
  const asked = address.get("q");
  useEffect(() => setWords(asked), [asked]);
  const claims = filters.claim ?? [];
  const add = (type: string) => {
    if (type !== "" && !claims.includes(type)) address.set({ claim: [...claims, type] }, "push");
  };
  return (
    <div class="filters">
      <Choices
        label="Articles of the last"
        choices={SPANS}
        value={filters.from?.[0] ?? ""}
        choose={(value) => address.set({ from: value }, "push")}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          address.set({ q: words.trim() }, "push");
        }}
      >
        <input
          type="search"
          aria-label="Words in the articles"
          placeholder="Words …"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
          onChange={(event) => address.set({ q: event.currentTarget.value.trim() }, "push")}
        />
      </form>
      <select aria-label="Claims" value="" onChange={(event) => add(event.currentTarget.value)}>
        <option value="">Claims …</option>
        {CLAIM_TYPES.map((type) => (
          <option key={type} value={type}>
            {claimWords(type)}
          </option>
        ))}
      </select>
      <div class="chips">
        {familiesAndTypes(claims).map(({ name, types }) => (
          <Chip
            key={name}
            name={name}
            remove={() => address.set({ claim: claims.filter((type) => !types.includes(type)) }, "push")}
          >
            {name}
          </Chip>
        ))}
        {["bbox", "actor", "source", "language", "country"].flatMap((name) =>
          (filters[name] ?? []).map((value) => (
            <Chip
              key={`${name} ${value}`}
              name={name}
              remove={() => address.set({ [name]: filters[name]?.filter((other) => other !== value) ?? null }, "push")}
            >
              {name === "bbox" ? "one box" : nameOf(name, value)}
            </Chip>
          )),
        )}
        {address.get("circle") !== "" && (
          <Chip name="circle" remove={() => address.set({ circle: null }, "push")}>
            one circle
          </Chip>
        )}
      </div>
    </div>
  );
}

/** A family that is there with all its types is one chip. */
function familiesAndTypes(claims: readonly string[]): { name: string; types: readonly string[] }[] {
  return FAMILY_NAMES.flatMap((family) => {
    const { name, types } = FAMILIES[family];
    const chosen = types.filter((type) => claims.includes(type));
    return chosen.length === types.length
      ? [{ name, types }]
      : chosen.map((type) => ({ name: claimWords(type), types: [type] }));
  });
}
