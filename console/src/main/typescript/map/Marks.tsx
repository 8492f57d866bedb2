import { FAMILIES } from "../ui/claims";
import { isCountry, type Mark, SIGN_FROM } from "./placing";
import type { MapPlace } from "./types";

type Props = {
  marks: readonly Mark[];
  /** Ids of those whose name is written. */
  names: ReadonlySet<string>;
  selected: string | null;
  choose: ((place: MapPlace) => void) | undefined;
};

/** A circle for each place, with the sign of what is mostly claimed there; names above all circles. */
export function Marks({ marks, names, selected, choose }: Props) {
  const here = marks.find(({ place }) => place.id === selected);
  return (
    <>
      {marks.map((mark) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the map itself and the table take the keys
        <g
          key={mark.place.id}
          class={`mark ${mark.family} ${isCountry(mark.place) ? "hollow" : ""} ${mark === here ? "selected" : ""}`}
          transform={`translate(${mark.x},${mark.y})`}
          onClick={() => choose?.(mark.place)}
        >
          <title>{`${mark.place.name}: ${mark.place.articles} articles, ${FAMILIES[mark.family].name.toLowerCase()}`}</title>
          <circle r={mark.radius} />
          {mark.radius >= SIGN_FROM && (
            <path d={FAMILIES[mark.family].sign} transform={`scale(${Math.min(6, mark.radius / 2.2)})`} />
          )}
        </g>
      ))}
      {here && <circle class="halo" cx={here.x} cy={here.y} r={here.radius + 4} />}
      {marks.map(({ place, x, y, radius }) =>
        names.has(place.id) || place.id === selected ? (
          <text key={place.id} class={place.id === selected ? "selected" : ""} x={x + radius + 4} y={y} dy="0.35em">
            {place.name}
          </text>
        ) : null,
      )}
    </>
  );
}
