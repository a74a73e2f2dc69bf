import { change } from "@yutang/ui";
import { expect, test } from "vitest";
import { greeting } from "./greeting.ts";
import { percent } from "./TodayTiles.tsx";

test("shares keep one decimal and never pretend to be all or nothing", () => {
  expect([0, 0.0004, 0.365, 0.5, 0.9996, 1].map(percent)).toEqual([
    "0",
    "<0.1",
    "36.5",
    "50",
    ">99.9",
    "100",
  ]);
});

test("a change needs something to compare with", () => {
  expect(change(112, 100)).toBe(12);
  expect(change(0, 8)).toBe(-100);
  expect(change(5, 0)).toBeNull();
});

test("the greeting follows the corp's clock, not the reader's", () => {
  const at = (hour: string) =>
    greeting(new Date(`2026-11-22T${hour}:00:00+08:00`), "Asia/Shanghai");
  expect(["08", "12", "15", "20", "02"].map(at)).toEqual([
    "morning",
    "noon",
    "afternoon",
    "evening",
    "evening",
  ]);
});
