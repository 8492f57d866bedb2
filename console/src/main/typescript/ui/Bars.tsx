type Props = {
  /** The count of each, and what its tooltip calls it. */
  bars: readonly { label: string; count: number }[];
  /** What the bars are, for those who can't see them. */
  label: string;
  /** A line across, at what is usual. */
  usual?: number | null;
  /** Room for so many: where there are fewer they stand at the end of it. */
  room?: number;
  class?: string;
};

const HEIGHT = 40;
const WIDTH = 8;
const GAP = 2;

/** Small bars side by side, without axes: the shape of a few weeks at a glance, each bar's figure in its tooltip. */
export function Bars({ bars, label, usual = null, room = 0, class: named = "" }: Props) {
  const most = Math.max(1, usual ?? 0, ...bars.map(({ count }) => count));
  const width = Math.max(room, bars.length) * (WIDTH + GAP);
  const begin = width - bars.length * (WIDTH + GAP);
  const height = (count: number) => (count === 0 ? 1 : Math.max(2, (count / most) * HEIGHT));
  return (
    <svg
      class={`bars ${named}`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {bars.map((bar, index) => (
        <rect
          key={bar.label}
          class={bar.count === 0 ? "none" : ""}
          x={begin + index * (WIDTH + GAP)}
          y={HEIGHT - height(bar.count)}
          width={WIDTH}
          height={height(bar.count)}
        >
          <title>{`${bar.label}: ${bar.count}`}</title>
        </rect>
      ))}
      {usual !== null && usual > 0 && (
        <line
          class="usual"
          x1={0}
          x2={width}
          y1={HEIGHT - (usual / most) * HEIGHT}
          y2={HEIGHT - (usual / most) * HEIGHT}
        />
      )}
    </svg>
  );
}
