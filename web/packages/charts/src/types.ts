export interface Series {
  key: string;
  name: string;
  /** As long as `labels`; null where nothing is known. */
  values: readonly (number | null)[];
  /** A period compared with, or a plan: grey and dashed. */
  compared?: boolean;
}

export interface ChartWords {
  /** Head of the first column of the table, such as "Day". */
  dimension: string;
  showTable: string;
  showChart: string;
  /** Shown in the frame while the drawing code arrives, or when it cannot. */
  loading: string;
  failed: string;
}

export interface ChartProps {
  labels: readonly string[];
  series: readonly Series[];
  /** What the chart tells, in a sentence: read out instead of the picture. */
  sentence: string;
  words: ChartWords;
  height?: number;
  /** The last point is not over yet: its stretch is dashed. */
  lastOpen?: boolean;
  format?: (value: number) => string;
  /** A point or bar was pressed: its index among `labels`. */
  onPick?: (index: number) => void;
}

export interface DrawProps extends ChartProps {
  kind: "line" | "bar";
  stacked?: boolean;
}
