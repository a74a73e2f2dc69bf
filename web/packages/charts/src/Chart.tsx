import { Component, lazy, type ReactNode, Suspense, useId, useState } from "react";
import type { ChartProps, DrawProps } from "./types.ts";

const Drawing = lazy(() => import("./Drawing.tsx"));

/** The drawing code may not arrive (a new release, a lost network): the table is there without it. */
class Fallback extends Component<{ children: ReactNode; words: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? this.props.words : this.props.children;
  }
}

function DataTable({ props, id }: { props: ChartProps; id: string }) {
  const format = props.format ?? String;
  return (
    <div className="chart-table" id={id}>
      <table>
        <caption className="visually-hidden">{props.sentence}</caption>
        <thead>
          <tr>
            <th scope="col">{props.words.dimension}</th>
            {props.series.map((one) => (
              <th scope="col" key={one.key}>
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.labels.map((label, at) => (
            <tr key={label}>
              <th scope="row">
                {props.onPick ? (
                  <button type="button" onClick={() => props.onPick?.(at)}>
                    {label}
                  </button>
                ) : (
                  label
                )}
              </th>
              {props.series.map((one) => {
                const value = one.values[at];
                return <td key={one.key}>{value == null ? "–" : format(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Chart(props: DrawProps) {
  const [table, setTable] = useState(false);
  const id = useId();
  return (
    <div className="chart">
      {table ? (
        <DataTable props={props} id={id} />
      ) : (
        <div
          id={id}
          className="chart-frame"
          role="img"
          aria-label={props.sentence}
          style={{ height: props.height ?? 240 }}
        >
          <Fallback words={<p className="chart-note">{props.words.failed}</p>}>
            <Suspense fallback={<p className="chart-note">{props.words.loading}</p>}>
              <Drawing {...props} />
            </Suspense>
          </Fallback>
        </div>
      )}
      <button
        type="button"
        className="chart-switch"
        aria-expanded={table}
        aria-controls={id}
        onClick={() => setTable(!table)}
      >
        {table ? props.words.showChart : props.words.showTable}
      </button>
    </div>
  );
}

/** Series over time; at most five. */
export function LineChart(props: ChartProps) {
  return <Chart {...props} kind="line" />;
}

/** Amounts side by side, or stacked where they add up. */
export function BarChart(props: ChartProps & { stacked?: boolean }) {
  return <Chart {...props} kind="bar" />;
}
