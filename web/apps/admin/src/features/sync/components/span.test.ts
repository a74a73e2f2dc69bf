import { expect, test } from "vitest";
import { percentOf, span } from "./span.ts";

const t = ((key: string, values: object) => `${key} ${JSON.stringify(values)}`) as never;

test("a span is said in seconds, minutes, then in hours and minutes", () => {
  expect(span(0, t)).toBe('sync.span.seconds {"s":1}');
  expect(span(10_400, t)).toBe('sync.span.seconds {"s":10}');
  expect(span(59_600, t)).toBe('sync.span.minutes {"m":1}');
  expect(span(59 * 60_000, t)).toBe('sync.span.minutes {"m":59}');
  expect(span(125 * 60_000, t)).toBe('sync.span.hours {"h":2,"m":5}');
});

test("what is not through is never a hundred per cent by rounding", () => {
  expect(percentOf({ done: 4999, total: 5000, state: "running" })).toBe(99);
  expect(percentOf({ done: 0, total: null, state: "running" })).toBe(null);
  expect(percentOf({ done: 0, total: 50, state: "running" })).toBe(null);
  expect(percentOf({ done: 3, total: 3, state: "ended" })).toBe(100);
});
