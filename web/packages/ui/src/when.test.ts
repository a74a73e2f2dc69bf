import { expect, test } from "vitest";
import { dayOf, when } from "./when.ts";

const words = {
  justNow: "now",
  minutesAgo: (minutes: number) => `${minutes} min`,
  today: (time: string) => `today ${time}`,
  yesterday: (time: string) => `yesterday ${time}`,
};
const now = new Date("2026-11-22T06:36:02Z");
const tell = (moment: string) => when(moment, "Asia/Shanghai", words, now);

test("near moments are told by distance, later ones by day", () => {
  expect(tell("2026-11-22T06:35:30Z")).toBe("now");
  expect(tell("2026-11-22T06:24:00Z")).toBe("12 min");
  expect(tell("2026-11-21T17:05:00Z")).toBe("today 01:05");
  expect(tell("2026-11-21T15:59:00Z")).toBe("yesterday 23:59");
  expect(tell("2026-11-08T06:32:00Z")).toBe("11-08 14:32");
  expect(tell("2025-11-08T06:32:00Z")).toBe("2025-11-08");
});

test("a clock that runs ahead is no news from the future", () => {
  expect(tell("2026-11-22T06:37:00Z")).toBe("today 14:37");
});

test("the day is the corp's", () => {
  expect(dayOf("2026-11-22T16:00:00Z", "Asia/Shanghai")).toBe("2026-11-23");
});
