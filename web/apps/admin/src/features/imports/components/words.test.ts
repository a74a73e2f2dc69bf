import { expect, test } from "vitest";
import { percent, size } from "./words.ts";

test("sizes are written as people read them", () => {
  expect([0, 640, 1023, 12_288, 3_565_158, 1_288_490_189].map(size)).toEqual([
    "0 B",
    "640 B",
    "1023 B",
    "12 KB",
    "3.4 MB",
    "1.2 GB",
  ]);
});

test("a step without a known end has no percent", () => {
  expect(percent({ step: "reading", place: 0, staged: 20_000 })).toBeNull();
  expect(percent({ step: null, place: 0, staged: 0 })).toBeNull();
  expect(percent({ step: "writing", place: 999, staged: 1_000 })).toBe(99);
});
