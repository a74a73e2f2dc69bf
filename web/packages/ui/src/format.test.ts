import { expect, test } from "vitest";
import { byteLength, clock, count, initial, seconds, shortMoment } from "./format.ts";

test("counts have thousands commas", () => {
  expect(count(128406)).toBe("128,406");
});

test("moments are told in the corp's zone", () => {
  expect(clock("2026-11-22T06:36:02Z", "Asia/Shanghai")).toBe("14:36:02");
  expect(shortMoment("2026-11-22T16:05:00Z", "Asia/Shanghai")).toBe("11-23 00:05");
});

test("durations keep what can be felt", () => {
  expect(seconds(612)).toBe("0.6");
  expect(seconds(45)).toBe("0.04");
});

test("an emoji name has a whole first letter", () => {
  expect(initial("👨‍👩‍👧 一家")).toBe("👨‍👩‍👧");
  expect(initial("kiki")).toBe("K");
  expect(initial(" ")).toBe("?");
});

test("WeCom counts bytes", () => {
  expect(byteLength("你好a")).toBe(7);
});
