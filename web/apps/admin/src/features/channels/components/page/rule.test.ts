import { expect, test } from "vitest";
import { fallbackOf, fromRule, toRule, usualPage } from "./rule.ts";

const staff = [
  { id: 1, name: "周可欣" },
  { id: 2, name: "陈屿" },
];

test("a rule says only what differs, and the first answers when nobody is free", () => {
  const rule = toRule({ ...usualPage, weights: { 2: 3 }, caps: { 1: 5, 9: 7 } }, staff);
  expect(rule.members).toEqual([{ staff_id: 1, weight: 1, daily_cap: 5 }]);
  expect(rule.fallback_staff_id).toBe(1);
  const weighed = toRule({ ...usualPage, by: "weights", weights: { 2: 3 } }, staff);
  expect(weighed.members).toEqual([{ staff_id: 2, weight: 3, daily_cap: null }]);
});

test("a rule that was read is written again as it was", () => {
  const page = {
    ...usualPage,
    by: "weights" as const,
    by_city: true,
    weights: { 1: 4 },
    caps: { 2: 9 },
    fallback: staff[1],
    title: "添加顾问",
  };
  const rule = toRule(page, staff);
  expect(toRule(fromRule(rule, staff[1]), staff)).toEqual(rule);
  expect(fallbackOf(fromRule(rule, undefined), staff)).toEqual(staff[0]);
});
