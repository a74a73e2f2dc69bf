import { expect, test } from "vitest";
import { partOf, peopleOf, shareOf } from "./sums.ts";

const sums = {
  planned: 1,
  asked: 2,
  waiting: 3,
  accepted: 4,
  refused: 5,
  full: 6,
  failed: 7,
  excluded: 8,
};

test("what WeCom took and what waits are one; who was left out is not counted", () => {
  expect(partOf(sums, "waiting")).toBe(5);
  expect(peopleOf(sums)).toBe(28);
});

test("a part that is there is drawn, one that is not is not", () => {
  expect([shareOf(0, 10), shareOf(1, 10_000), shareOf(1, 4), shareOf(0, 0)]).toEqual([
    0, 0.5, 25, 0,
  ]);
});
