// What is drawn on the map to watch it.
import { geoBounds, geoCircle, geoDistance } from "d3-geo";
import { type Box, boxQuery, circleQuery } from "../ui/query";

const EARTH_KILOMETRES = 6371.0088;

export type Point = readonly [longitude: number, latitude: number];

export type Shape = { kind: "circle"; centre: Point; kilometres: number } | { kind: "box"; box: Box };

/** The shape that goes from where the pointer went down to where it is. */
export function shapeBetween(kind: Shape["kind"], begin: Point, end: Point): Shape {
  if (kind === "circle") {
    return { kind, centre: begin, kilometres: geoDistance([...begin], [...end]) * EARTH_KILOMETRES };
  }
  const [west, east] = [Math.min(begin[0], end[0]), Math.max(begin[0], end[0])];
  const [south, north] = [Math.min(begin[1], end[1]), Math.max(begin[1], end[1])];
  return { kind, box: [west, south, east, north] };
}

/** Any place in it, in the watch language. */
export function shapeQuery(shape: Shape): string {
  return shape.kind === "box" ? boxQuery(shape.box) : circleQuery(shape.kilometres, shape.centre[1], shape.centre[0]);
}

/** The smallest box around it. */
export function boundsOf(shape: Shape): Box {
  if (shape.kind === "box") return shape.box;
  const [[west, south], [east, north]] = geoBounds(outline(shape));
  return [west, south, east, north];
}

/** Whether a place is in it. */
export function holds(shape: Shape, [longitude, latitude]: Point): boolean {
  if (shape.kind === "circle") {
    return geoDistance([...shape.centre], [longitude, latitude]) * EARTH_KILOMETRES <= shape.kilometres;
  }
  const [west, south, east, north] = shape.box;
  const across = west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
  return across && latitude >= south && latitude <= north;
}

/** As it stands in an address: "circle=latitude,longitude,kilometres" or "bbox=west,south,east,north". */
export function shapeParameters(shape: Shape): { circle: string | null; bbox: string | null } {
  return shape.kind === "circle"
    ? { circle: rounded([shape.centre[1], shape.centre[0], shape.kilometres]), bbox: null }
    : { circle: null, bbox: rounded(shape.box) };
}

/** The circle of an address; null if there is none. */
export function circleIn(text: string): Shape | null {
  const [latitude, longitude, kilometres] = text.split(",").map(Number);
  if (latitude === undefined || longitude === undefined || !kilometres || Number.isNaN(latitude + longitude))
    return null;
  return { kind: "circle", centre: [longitude, latitude], kilometres };
}

function rounded(numbers: readonly number[]): string {
  return numbers.map((number) => Math.round(number * 10_000) / 10_000).join(",");
}

/** Its outline in degrees, to be projected. */
export function outline(shape: Shape): GeoJSON.Polygon {
  if (shape.kind === "circle") {
    return geoCircle()
      .center([...shape.centre])
      .radius(((shape.kilometres / EARTH_KILOMETRES) * 180) / Math.PI)();
  }
  const [west, south, east, north] = shape.box;
  // clockwise, as d3 wants the inside of a ring; the sides of a box are no great circles, but straight in this projection
  return {
    type: "Polygon",
    coordinates: [
      [...along([west, south], [west, north]), ...along([west, north], [east, north])].concat(
        along([east, north], [east, south]),
        along([east, south], [west, south]),
        [[west, south]],
      ),
    ],
  };
}

function along([fromX, fromY]: Point, [toX, toY]: Point): [number, number][] {
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) / 2));
  return Array.from({ length: steps }, (_, step) => [
    fromX + ((toX - fromX) * step) / steps,
    fromY + ((toY - fromY) * step) / steps,
  ]);
}
