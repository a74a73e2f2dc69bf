import { chartColor, color, fontFamily } from "@yutang/ui";
import type { EChartsCoreOption } from "echarts/core";
import type { DrawProps, Series } from "./types.ts";

const pick = (palette: readonly string[], index: number): string =>
  palette[index % palette.length] ?? chartColor.rest;

/** The colour of a series: lines only in those that stand out on white. */
export function seriesColor(series: readonly Series[], index: number, kind: "line" | "bar") {
  if (series[index]?.compared) return chartColor.rest;
  const before = series.slice(0, index).filter((one) => !one.compared).length;
  return pick(kind === "line" ? chartColor.lines : chartColor.series, before);
}

function lineSeries(props: DrawProps, index: number): object[] {
  const one = props.series[index];
  if (!one) return [];
  const shade = seriesColor(props.series, index, "line");
  const last = one.values.length - 1;
  const split = props.lastOpen && !one.compared && last > 0;
  const style = { type: "line", name: one.name, symbol: "circle", symbolSize: 5, color: shade };
  const whole = {
    ...style,
    data: split ? one.values.map((value, at) => (at === last ? null : value)) : [...one.values],
    lineStyle: { width: 2, type: one.compared ? "dashed" : "solid" },
    showSymbol: one.values.length <= 1,
  };
  if (!split) return [whole];
  const open = one.values.map((value, at) => (at >= last - 1 ? value : null));
  // The same name keeps both stretches under one entry of the legend.
  return [
    whole,
    { ...style, data: open, showSymbol: false, lineStyle: { width: 2, type: "dashed" } },
  ];
}

function barSeries(props: DrawProps, index: number): object[] {
  const one = props.series[index];
  if (!one) return [];
  return [
    {
      type: "bar",
      name: one.name,
      data: [...one.values],
      color: seriesColor(props.series, index, "bar"),
      barMaxWidth: 28,
      ...(props.stacked ? { stack: "all" } : { barGap: "10%" }),
    },
  ];
}

interface Hover {
  seriesName: string;
  value: number | null;
  marker: string;
  axisValueLabel: string;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function tooltip(format: (value: number) => string) {
  return (points: Hover[]) => {
    const seen = new Set<string>();
    const rows = points.flatMap((point) => {
      if (point.value === null || point.value === undefined || seen.has(point.seriesName))
        return [];
      seen.add(point.seriesName);
      return [`${point.marker}${escaped(point.seriesName)} <b>${format(point.value)}</b>`];
    });
    return [escaped(points[0]?.axisValueLabel ?? ""), ...rows].join("<br/>");
  };
}

/** What ECharts draws. */
export function options(props: DrawProps, motion: boolean): EChartsCoreOption {
  const format = props.format ?? String;
  const text = { color: color.meta, fontSize: 12, fontFamily };
  const legend = props.series.length > 1;
  return {
    animation: motion,
    animationDuration: 180,
    textStyle: { fontFamily },
    grid: { left: 4, right: 12, top: legend ? 36 : 12, bottom: 4, outerBoundsMode: "same" },
    legend: {
      show: legend,
      left: 0,
      top: 0,
      icon: "roundRect",
      itemWidth: 12,
      itemHeight: 4,
      textStyle: { ...text, color: color.second },
    },
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: color.canvas,
      borderColor: color.line,
      textStyle: { color: color.text, fontSize: 13 },
      axisPointer: {
        type: props.kind === "bar" ? "shadow" : "line",
        lineStyle: { color: color.line },
      },
      formatter: tooltip(format),
    },
    xAxis: {
      type: "category",
      data: [...props.labels],
      boundaryGap: props.kind === "bar",
      axisLine: { lineStyle: { color: color.line } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      min: 0,
      minInterval: 1,
      splitNumber: 4,
      axisLabel: { ...text, formatter: format },
      splitLine: { lineStyle: { color: color.row } },
    },
    series: props.series.flatMap((_, index) =>
      props.kind === "line" ? lineSeries(props, index) : barSeries(props, index),
    ),
  };
}
