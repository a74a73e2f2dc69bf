import { expect, test } from "vitest";
import { options, seriesColor } from "./options.ts";
import { points } from "./points.ts";

const words = { dimension: "Day", showTable: "", showChart: "", loading: "", failed: "" };
const series = [
  { key: "a", name: "this week", values: [1, 2, 3] },
  { key: "b", name: "last week", values: [3, 2, 1], compared: true },
  { key: "c", name: "plan", values: [2, 2, 2] },
];

test("a sparkline starts at 0 and ends at the right edge", () => {
  expect(points([0, 5, 10], 100, 24)).toEqual([
    [3, 21],
    [50, 12],
    [97, 3],
  ]);
  expect(points([0, 0], 20, 24).map(([, y]) => y)).toEqual([21, 21]);
  expect(points([], 20, 24)).toEqual([]);
});

test("a period compared with is grey and takes no colour from the others", () => {
  const drawn = series.map((_, index) => seriesColor(series, index, "line"));
  expect(drawn).toEqual(["#0B7A75", "#B8C2C7", "#D07A26"]);
});

test("the open last point is a dashed stretch of its own, compared series stay whole", () => {
  const made = options(
    { kind: "line", labels: ["1", "2", "3"], series, sentence: "", words, lastOpen: true },
    false,
  );
  const drawn = made.series as { name: string; data: (number | null)[] }[];
  expect(drawn.map((one) => [one.name, one.data])).toEqual([
    ["this week", [1, 2, null]],
    ["this week", [null, 2, 3]],
    ["last week", [3, 2, 1]],
    ["plan", [2, 2, null]],
    ["plan", [null, 2, 2]],
  ]);
});

test("names in a tooltip are text, never markup", () => {
  const made = options({ kind: "bar", labels: ["1"], series, sentence: "", words }, false);
  const { formatter } = made.tooltip as { formatter: (points: object[]) => string };
  const shown = formatter([
    { seriesName: "<img>", value: 2, marker: "", axisValueLabel: "11-20" },
    { seriesName: "nothing", value: null, marker: "", axisValueLabel: "11-20" },
  ]);
  expect(shown).toBe("11-20<br/>&#60;img&#62; <b>2</b>");
});
