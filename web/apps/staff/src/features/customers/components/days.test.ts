import { expect, test } from "vitest";
import { daysSince } from "./days.ts";

test("days are counted by the corp's calendar", () => {
  const now = new Date("2026-11-22T16:30:00Z");
  expect(daysSince("2026-11-22T15:59:00Z", "Asia/Shanghai", now)).toBe(1);
  expect(daysSince("2026-11-22T16:01:00Z", "Asia/Shanghai", now)).toBe(0);
  expect(daysSince("2026-11-20T00:00:00Z", "Asia/Shanghai", now)).toBe(3);
  expect(daysSince("2026-11-24T00:00:00Z", "Asia/Shanghai", now)).toBe(0);
});
