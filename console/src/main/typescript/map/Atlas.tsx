import { geoPath } from "d3-geo";
import { type Selection, select } from "d3-selection";
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import type { Ref } from "preact";
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { shade } from "../app/theme";
import { colour } from "../ui/colours";
import { Marks } from "./Marks";
import { labelled, type Mark, mainFamily, radius } from "./placing";
import { outline, type Point, type Shape, shapeBetween } from "./shapes";
import type { MapPlace } from "./types";
import { BOTTOM, type Detail, project, projection, TOP, unproject, WORLD, type World, world } from "./world";

/** What of the world is in the middle, and how close. */
export type Look = { longitude: number; latitude: number; zoom: number };

/** What buttons and keys outside may ask of the map. */
export type AtlasHandle = { zoomBy: (factor: number) => void; all: () => void; go: (place: MapPlace) => void };

type Props = {
  places: readonly MapPlace[];
  selected: string | null;
  select: (place: MapPlace | null) => void;
  /** What a drag draws; null moves the map. */
  tool: Shape["kind"] | null;
  shape: Shape | null;
  drawn: (shape: Shape | null) => void;
  /** Where it begins; null shows all the world. */
  look: Look | null;
  looked: (look: Look | null) => void;
  handle: Ref<AtlasHandle>;
};

const CLOSEST = 120;
const FINE_FROM = 2;
const STEP = 90;

type Size = { width: number; height: number };

/** The world with circles where something is said to happen.  Arrows move it, + and - zoom, j and k go through the places. */
export function Atlas({ places, selected, select: choose, tool, shape, drawn, look, looked, handle }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [at, setAt] = useState<ZoomTransform>(zoomIdentity);
  const behaviour = useRef<ZoomBehavior<HTMLDivElement, unknown> | null>(null);
  const drawing = useRef(tool);
  drawing.current = tool;
  const begin = useRef(look);
  const tell = useRef(looked);
  tell.current = looked;
  const least = size.width === 0 ? 1 : Math.min(size.width / WORLD, size.height / (BOTTOM - TOP));

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const chosen = (): Selection<HTMLDivElement, unknown, null, undefined> => select(frame.current as HTMLDivElement);

  useLayoutEffect(() => {
    if (size.width === 0) return;
    const first = behaviour.current === null;
    const map = behaviour.current ?? zoom<HTMLDivElement, unknown>();
    behaviour.current = map
      .extent([
        [0, 0],
        [size.width, size.height],
      ])
      .scaleExtent([least, least * CLOSEST])
      .translateExtent([
        [0, TOP],
        [WORLD, BOTTOM],
      ])
      .filter((event: MouseEvent) => drawing.current === null || event.type === "wheel")
      .on("zoom", ({ transform }: { transform: ZoomTransform }) => setAt(transform))
      .on("end", ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
        if (sourceEvent) tell.current(lookOf(transform, size, least));
      });
    chosen().call(map);
    if (first) chosen().on("dblclick.zoom", null);
    chosen().call(map.transform, first ? transformOf(begin.current, size, least) : at);
  }, [size.width, size.height, least]);

  const told = (act: (map: ZoomBehavior<HTMLDivElement, unknown>) => void) => {
    if (behaviour.current === null || frame.current === null) return;
    act(behaviour.current);
    const now = (frame.current as unknown as { __zoom: ZoomTransform }).__zoom;
    tell.current(lookOf(now, size, least));
  };
  const go = (place: MapPlace) =>
    told((map) => chosen().call(map.translateTo, ...project(place.longitude, place.latitude)));
  useImperativeHandle(handle, () => ({
    zoomBy: (factor) => told((map) => chosen().call(map.scaleBy, factor)),
    all: () => told((map) => chosen().call(map.transform, transformOf(null, size, least))),
    go,
  }));

  const marks = useMarks(places, at, size, least);
  const names = useMemo(() => labelled(marks, size.width), [marks, size.width]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    if (move) told((map) => chosen().call(map.translateBy, (move[0] * STEP) / at.k, (move[1] * STEP) / at.k));
    else if (event.key === "+" || event.key === "=") told((map) => chosen().call(map.scaleBy, 1.5));
    else if (event.key === "-") told((map) => chosen().call(map.scaleBy, 1 / 1.5));
    else if (event.key === "0") told((map) => chosen().call(map.transform, transformOf(null, size, least)));
    else if (event.key === "j" || event.key === "k") {
      const index = places.findIndex(({ id }) => id === selected);
      const next = places[Math.max(0, event.key === "j" ? index + 1 : index - 1)];
      if (next) {
        choose(next);
        go(next);
      }
    } else return;
    event.preventDefault();
  };

  const hand = useDrawing(frame, at, tool, drawn);
  return (
    <div
      ref={frame}
      class={`atlas ${tool === null ? "" : "drawing"}`}
      role="application"
      aria-label="Map. Arrows move it, plus and minus zoom, j and k go from place to place. The table has the same places."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...hand}
    >
      <Ground at={at} size={size} least={least} />
      <svg class="marks" width={size.width} height={size.height} aria-hidden="true">
        <Marks marks={marks} names={names} selected={selected} choose={tool === null ? choose : undefined} />
        {shape && <Outline shape={shape} at={at} />}
      </svg>
    </div>
  );
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Circles in sight, the largest first so that small ones lie on top. */
function useMarks(places: readonly MapPlace[], at: ZoomTransform, size: Size, least: number): readonly Mark[] {
  const { width, height } = size;
  return useMemo(() => {
    const most = places[0]?.articles ?? 1;
    // far away they would lie on each other
    const near = Math.min(1, 0.55 + 0.15 * Math.log2(at.k / least));
    const largest = near * Math.max(14, Math.min(56, Math.min(width, height) / 14));
    const marks: Mark[] = [];
    for (const place of places) {
      const [x, y] = at.apply(project(place.longitude, place.latitude));
      const size = radius(place.articles, most, largest);
      if (x < -size || y < -size || x > width + size || y > height + size) continue;
      marks.push({ place, family: mainFamily(place.claims), x, y, radius: size });
    }
    return marks;
  }, [places, at, width, height, least]);
}

function useDrawing(
  frame: { readonly current: HTMLDivElement | null },
  at: ZoomTransform,
  tool: Shape["kind"] | null,
  drawn: (shape: Shape | null) => void,
) {
  const from = useRef<Point | null>(null);
  if (tool === null) return {};
  const where = (event: PointerEvent): Point => {
    const { left, top } = (frame.current as HTMLDivElement).getBoundingClientRect();
    return unproject(...at.invert([event.clientX - left, event.clientY - top]));
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      frame.current?.setPointerCapture(event.pointerId);
      from.current = where(event);
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current !== null) drawn(shapeBetween(tool, from.current, where(event)));
    },
    onPointerUp: () => {
      from.current = null;
    },
    onPointerCancel: () => {
      from.current = null;
      drawn(null);
    },
  };
}

/** Land, coasts and borders, painted: as elements they would be too many to be moved smoothly. */
function Ground({ at, size, least }: { at: ZoomTransform; size: Size; least: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = shade.value;
  const fine = at.k / least >= FINE_FROM || size.width > 1600;
  const ground = useWorld(fine);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || ground === null) return;
    const density = window.devicePixelRatio || 1;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, size.width * density, size.height * density);
    context.setTransform(density * at.k, 0, 0, density * at.k, density * at.x, density * at.y);
    context.fillStyle = colour("--land");
    context.fill(ground.land);
    context.lineJoin = "round";
    context.strokeStyle = colour("--coast");
    context.lineWidth = 0.8 / at.k;
    context.stroke(ground.coast);
    context.strokeStyle = colour("--border");
    context.lineWidth = 0.7 / at.k;
    context.stroke(ground.borders);
  }, [ground, at, size.width, size.height, painted]);
  const density = window.devicePixelRatio || 1;
  return <canvas ref={canvas} width={size.width * density} height={size.height * density} />;
}

/** The coarse world first, the fine one when somebody looks closely. */
function useWorld(fine: boolean): World | null {
  const [ground, setGround] = useState<World | null>(null);
  useEffect(() => {
    let here = true;
    const show = (detail: Detail) =>
      world(detail).then(
        (read) => here && setGround(read),
        () => undefined,
      );
    void show("110m").then(() => (fine ? show("50m") : undefined));
    return () => {
      here = false;
    };
  }, [fine]);
  return ground;
}

function Outline({ shape, at }: { shape: Shape; at: ZoomTransform }) {
  const path = useMemo(() => geoPath(projection)(outline(shape)) ?? "", [shape]);
  return <path class="outline" d={path} transform={at.toString()} />;
}

function transformOf(look: Look | null, { width, height }: Size, least: number): ZoomTransform {
  const k = least * (look?.zoom ?? 1);
  const [x, y] = look ? project(look.longitude, look.latitude) : [WORLD / 2, (TOP + BOTTOM) / 2];
  return zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k);
}

/** Null for all the world. */
function lookOf(at: ZoomTransform, { width, height }: Size, least: number): Look | null {
  if (at.k <= least * 1.001) return null;
  const [longitude, latitude] = unproject(...at.invert([width / 2, height / 2]));
  return { longitude, latitude, zoom: at.k / least };
}
