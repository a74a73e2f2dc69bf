import { expect, test } from "vitest";
import { spanOf } from "./spans.ts";

const cuts = (bounds: number[]) => ({ bins: bounds.length + 1, bounds, mean: 2, high: 2 });

test("of recency the fewest days score highest", () => {
  const days = cuts([8, 14, 20, 26]);
  expect([5, 4, 3, 2, 1].map((score) => spanOf("r", days, score))).toEqual([
    { from: 0, to: 8 },
    { from: 9, to: 14 },
    { from: 15, to: 20 },
    { from: 21, to: 26 },
    { from: 27, to: null },
  ]);
});

test("of frequency and money the most; a score that equals leave empty has none", () => {
  const times = cuts([2, 2, 2, 5]);
  expect([1, 2, 3, 4, 5].map((score) => spanOf("f", times, score))).toEqual([
    { from: null, to: 1 },
    undefined,
    undefined,
    { from: 2, to: 4 },
    { from: 5, to: null },
  ]);
  expect(spanOf("r", cuts([3, 3]), 2)).toBeUndefined();
});
