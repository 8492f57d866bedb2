// Coastlines and borders of Natural Earth, as world-atlas packs them; served with the page, so that nothing is asked of others.
import { geoMercator, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** All the world is this wide before it is zoomed. */
export const WORLD = 1024;

/** Conformal: shapes and directions are right wherever one looks closely, and a box of degrees is a box. */
export const projection = geoMercator()
  .scale(WORLD / (2 * Math.PI))
  .translate([WORLD / 2, WORLD / 2]);

/** From 84° north to 60° south; nobody reports from beyond. */
export const TOP = project(0, 84)[1];
export const BOTTOM = project(0, -60)[1];

/** Where a place is before zooming. */
export function project(longitude: number, latitude: number): [x: number, y: number] {
  return projection([longitude, Math.max(-85, Math.min(85, latitude))]) ?? [0, 0];
}

/** The opposite: longitude and latitude. */
export function unproject(x: number, y: number): [longitude: number, latitude: number] {
  const [longitude, latitude] = projection.invert?.([x, y]) ?? [0, 0];
  return [Math.max(-180, Math.min(180, longitude)), Math.max(-85, Math.min(85, latitude))];
}

/** Ready to be painted at any zoom. */
export type World = { land: Path2D; borders: Path2D; coast: Path2D };

export type Detail = "110m" | "50m";

const known = new Map<Detail, Promise<World>>();

/** The world in this detail; it is read once. */
export function world(detail: Detail): Promise<World> {
  let promise = known.get(detail);
  if (promise === undefined) {
    promise = read(detail);
    promise.catch(() => known.delete(detail));
    known.set(detail, promise);
  }
  return promise;
}

async function read(detail: Detail): Promise<World> {
  const response = await fetch(`/console/countries-${detail}.json`);
  if (!response.ok) throw new Error(`the coastlines could not be read: ${response.status}`);
  const topology = (await response.json()) as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
  const { countries, land } = topology.objects;
  const path = geoPath(projection);
  const drawn = (shape: Parameters<typeof path>[0]) => new Path2D(path(shape) ?? "");
  return {
    land: drawn(feature(topology, land)),
    coast: drawn(mesh(topology, countries, (one, other) => one === other)),
    borders: drawn(mesh(topology, countries, (one, other) => one !== other)),
  };
}
