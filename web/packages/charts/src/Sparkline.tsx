import { chartColor } from "@yutang/ui";
import { points } from "./points.ts";

interface Props {
  values: readonly number[];
  /** What the line tells, in a sentence. */
  sentence: string;
  width?: number;
  height?: number;
}

/** A line the size of a word; drawn by itself, a list of them loads no chart code. */
export function Sparkline({ values, sentence, width = 96, height = 24 }: Props) {
  const places = points(values, width, height);
  const last = places.at(-1);
  return (
    <svg
      role="img"
      aria-label={sentence}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title>{sentence}</title>
      <polyline
        points={places.map(([x, y]) => `${x},${y}`).join(" ")}
        fill="none"
        stroke={chartColor.lines[0]}
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      {last && <circle cx={last[0]} cy={last[1]} r="2" fill={chartColor.lines[0]} />}
    </svg>
  );
}
