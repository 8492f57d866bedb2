import { useState } from "preact/hooks";
import { ClaimType } from "../ui/claims";
import { byFrequency, mainFamily } from "./placing";
import type { MapPlace } from "./types";

const FIRST = 50;

/** The same as the map, to be read. */
export function PlaceTable({ places, choose }: { places: readonly MapPlace[]; choose: (place: MapPlace) => void }) {
  const [all, setAll] = useState(false);
  const shown = all ? places : places.slice(0, FIRST);
  return (
    <>
      <table class="place-table">
        <caption class="hidden">Places by articles</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col" class="number">
              Articles
            </th>
            <th scope="col">Mostly</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((place) => (
            <tr key={place.id}>
              <th scope="row">
                <button type="button" class="plain" onClick={() => choose(place)}>
                  {place.name}
                </button>
                {place.country && place.name !== place.country && <small>{place.country}</small>}
              </th>
              <td class="number">{place.articles.toLocaleString("en")}</td>
              <td>{main(place)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < places.length && (
        <button type="button" onClick={() => setAll(true)}>
          {`Show all ${places.length}`}
        </button>
      )}
    </>
  );
}

function main(place: MapPlace) {
  const family = mainFamily(place.claims);
  const types = byFrequency(place.claims);
  const type = types.find(([name]) => mainFamily({ [name]: 1 }) === family)?.[0];
  return type ? <ClaimType type={type} /> : <span class="muted">no claims</span>;
}
