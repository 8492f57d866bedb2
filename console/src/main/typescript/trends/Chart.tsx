import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { shade } from "../app/theme";
import { whole } from "../time/format";
import { type Zone, zone } from "../time/zone";
import { colour } from "../ui/colours";
import { stepMillis, tick } from "./series";
import type { TrendSeries, TrendsAnswer } from "./types";

type Props = {
  answer: TrendsAnswer;
  /** Each line by its own scale, as a part of its highest: so that few can be held beside many. */
  own: boolean;
  /** A bucket of a series was clicked. */
  open: (series: string, at: string) => void;
  /** A stretch of time was drawn over. */
  narrow: (from: Date, to: Date) => void;
};

const DRAG_PIXELS = 8;

/** Counts over time as steps, what is usual as dashes of the same colour; each line ends in the number of its row in the table. */
export function Chart({ answer, own, open, narrow }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const acts = useRef({ open, narrow });
  acts.current = { open, narrow };
  const painted = shade.value;
  const shown = zone.value;
  const plot = useRef<uPlot | null>(null);

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const chart = new uPlot(optionsOf(answer, own, element, shown, setAt, acts), dataOf(answer, own), element);
    plot.current = chart;
    const observer = new ResizeObserver(() => chart.setSize(sizeOf(element)));
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
      plot.current = null;
    };
  }, [answer, own, shown, painted]);
  useEffect(() => setAt(null), [answer]);

  return (
    <div class="chart">
      <p class="readout" aria-hidden="true">
        {at === null ? (
          "Point at a time; click to see its articles, drag to look closer"
        ) : (
          <Readout answer={answer} at={at} />
        )}
      </p>
      <div class="chart-frame" ref={frame} aria-hidden="true" />
    </div>
  );
}

function Readout({ answer, at }: { answer: TrendsAnswer; at: number }) {
  const time = answer.series[0]?.points[at]?.at;
  if (time === undefined) return null;
  return (
    <>
      <strong>{whole(new Date(time), zone.value)}</strong>
      {answer.series.map(({ series, label, points }, index) => (
        <span key={series} class="readout-series">
          <i class={`series-mark series-${index + 1}`}>{index + 1}</i>
          {label} <strong>{points[at]?.count ?? 0}</strong>
          {points[at]?.usual != null && <span class="muted">{` usually ${points[at]?.usual}`}</span>}
        </span>
      ))}
    </>
  );
}

/** A step lasts until the next begins: the last one needs an end to be drawn to. */
function dataOf({ series, step }: TrendsAnswer, own: boolean): uPlot.AlignedData {
  const times = (series[0]?.points ?? []).map(({ at }) => new Date(at).getTime() / 1000);
  const lines = series.flatMap((one) => {
    const shown = scale(one, own);
    return [
      [...one.points.map(({ count }) => shown(count)), shown(one.points.at(-1)?.count ?? null)],
      [...one.points.map(({ usual }) => shown(usual)), null],
    ];
  });
  return [[...times, (times.at(-1) ?? 0) + stepMillis(step) / 1000], ...lines];
}

/** How high a count stands: itself, or in percent of the highest of its line. */
function scale({ points }: TrendSeries, own: boolean): (count: number | null) => number | null {
  const most = Math.max(1, ...points.map(({ count, usual }) => Math.max(count, usual ?? 0)));
  return (count) => (count === null || !own ? count : (count / most) * 100);
}

/** The bucket under the pointer, null if it is beside the chart. */
function bucketAt(chart: uPlot, { step, series }: TrendsAnswer): number | null {
  const left = chart.cursor.left ?? -1;
  const first = chart.data[0][0];
  const last = (series[0]?.points.length ?? 0) - 1;
  if (left < 0 || first === undefined || last < 0) return null;
  const index = Math.floor(((chart.posToVal(left, "x") - first) * 1000) / stepMillis(step));
  return Math.max(0, Math.min(last, index));
}

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: Math.max(200, element.clientWidth), height: Math.max(160, element.clientHeight) };
}

type Acts = { readonly current: Pick<Props, "open" | "narrow"> };

function optionsOf(
  answer: TrendsAnswer,
  own: boolean,
  element: HTMLElement,
  shown: Zone,
  pointAt: (index: number | null) => void,
  acts: Acts,
): uPlot.Options {
  const line = colour("--line");
  const font = `12px ${getComputedStyle(element).fontFamily}`;
  const axis = { stroke: colour("--muted"), font, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  const lines = answer.series.flatMap(({ label }, index): uPlot.Series[] => {
    const stroke = colour(`--series-${index + 1}`);
    const steps = uPlot.paths.stepped?.({ align: 1 });
    return [
      {
        label,
        stroke,
        width: 2,
        points: { show: false },
        ...(steps && { paths: steps }),
        ...(answer.series.length === 1 && { fill: `${stroke}22` }),
      },
      { label: `${label}, usually`, stroke, width: 1.3, dash: [5, 4], points: { show: false } },
    ];
  });
  return {
    ...sizeOf(element),
    tzDate: (seconds) =>
      shown === "utc" ? uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC") : new Date(seconds * 1000),
    legend: { show: false },
    padding: [12, 28, 0, 0],
    cursor: { drag: { x: true, y: false, setScale: false }, points: { show: false } },
    scales: {
      y: { range: (_, __, most) => [0, Math.max(4, most * 1.08)] },
    },
    axes: [
      { ...axis, size: 34, values: (_, splits, __, ___, increment) => splits.map((at) => tick(at, increment, shown)) },
      {
        ...axis,
        size: 56,
        values: (_, splits) => splits.map((at) => (own ? `${at} %` : at.toLocaleString("en"))),
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000],
      },
    ],
    series: [{}, ...lines],
    hooks: {
      setCursor: [(chart) => pointAt(bucketAt(chart, answer))],
      draw: [(chart) => numbers(chart, answer.series.length)],
      ready: [(chart) => clicks(chart, answer, own, acts)],
    },
  };
}

/** Which line is which can be told without its colour. */
function numbers(chart: uPlot, count: number): void {
  const { ctx } = chart;
  const density = devicePixelRatio || 1;
  ctx.save();
  ctx.font = `700 ${11 * density}px sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const taken: number[] = [];
  for (let index = 0; index < count; index++) {
    const values = chart.data[index * 2 + 1] ?? [];
    let last = values.length - 1;
    while (last >= 0 && values[last] == null) last--;
    if (last < 0) continue;
    let y = chart.valToPos(values[last] as number, "y", true);
    while (taken.some((other) => Math.abs(other - y) < 17 * density)) y -= 17 * density;
    taken.push(y);
    const x = chart.bbox.left + chart.bbox.width + 13 * density;
    ctx.fillStyle = colour(`--series-${index + 1}`);
    ctx.beginPath();
    ctx.arc(x, y, 8 * density, 0, 2 * Math.PI);
    ctx.fill();
    ctx.fillStyle = colour("--ground");
    ctx.fillText(String(index + 1), x, y + density);
  }
  ctx.restore();
}

/** A click opens the nearest line's bucket, a drag looks closer. */
function clicks(chart: uPlot, answer: TrendsAnswer, own: boolean, acts: Acts): void {
  chart.over.addEventListener("mouseup", () => {
    // after uPlot has seen it
    setTimeout(() => {
      const { left, width } = chart.select;
      if (width >= DRAG_PIXELS) {
        const [from, to] = [chart.posToVal(left, "x"), chart.posToVal(left + width, "x")];
        acts.current.narrow(new Date(from * 1000), new Date(to * 1000));
        return;
      }
      const idx = bucketAt(chart, answer);
      const { top } = chart.cursor;
      if (idx === null || top == null) return;
      const far = (one: TrendSeries) =>
        Math.abs(chart.valToPos(scale(one, own)(one.points[idx]?.count ?? 0) ?? 0, "y") - top);
      const nearest = answer.series.toSorted((one, other) => far(one) - far(other))[0];
      const point = nearest?.points[idx];
      if (nearest && point) acts.current.open(nearest.series, point.at);
    });
  });
}
