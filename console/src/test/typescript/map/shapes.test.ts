import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boundsOf,
  circleIn,
  holds,
  outline,
  shapeBetween,
  shapeParameters,
  shapeQuery,
} from "../../../main/typescript/map/shapes";

test("a circle goes round where the pointer went down, as wide as it was drawn", () => {
  const shape = shapeBetween("circle", [36.25, 50], [36.25, 51]);
  assert.equal(shapeQuery(shape), "RADIUS(111km, 50, 36.25)");
  const ring = outline(shape).coordinates[0] ?? [];
  assert.ok(Math.abs(Math.max(...ring.map(([, latitude]) => latitude ?? 0)) - 51) < 0.01);
});

test("a box is the same whichever corner is drawn first", () => {
  const shape = shapeBetween("box", [37, 46], [34.5, 47.5]);
  assert.equal(shapeQuery(shape), "BBOX(46, 34.5, 47.5, 37)");
  assert.deepEqual(shapeBetween("box", [34.5, 47.5], [37, 46]), shape);
});

test("the outline of a box is closed", () => {
  const ring = outline(shapeBetween("box", [0, 0], [30, 20])).coordinates[0] ?? [];
  assert.deepEqual(ring[0], ring.at(-1));
  assert.ok(ring.length > 20, "its sides follow the parallels");
});

test("a circle holds what is as near as its rim, and its box goes around it", () => {
  const shape = shapeBetween("circle", [36.25, 50], [36.25, 51]);
  assert.equal(holds(shape, [36.25, 50.9]), true);
  assert.equal(holds(shape, [37.8, 50.9]), false, "within its box, but not within it");
  const [west, south, east, north] = boundsOf(shape);
  assert.ok(Math.abs(south - 49) < 0.01 && Math.abs(north - 51) < 0.01 && west < 34.8 && east > 37.7);
});

test("a box may go across the date line", () => {
  const shape = { kind: "box", box: [170, -20, -170, 5] } as const;
  assert.deepEqual(
    [175, -175, 0].map((longitude) => holds(shape, [longitude, 0])),
    [true, true, false],
  );
});

test("a circle in an address is the same circle", () => {
  const shape = shapeBetween("circle", [36.25, 50], [36.25, 51]);
  const { circle, bbox } = shapeParameters(shape);
  assert.equal(bbox, null);
  assert.deepEqual(shapeParameters(circleIn(circle ?? "") ?? shape), { circle, bbox });
  assert.equal(circleIn(""), null);
});
