import "./charts.css";

export { BarChart, LineChart } from "./Chart.tsx";
export { Sparkline } from "./Sparkline.tsx";
export type { ChartProps, ChartWords, Series } from "./types.ts";
