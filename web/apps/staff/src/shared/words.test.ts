import { beforeEach, expect, test } from "vitest";
import { dayTitle, speak, spoken, t } from "./words.ts";

beforeEach(() => speak("zh-CN"));

test("Chinese unless English is asked for", async () => {
  expect(await speak("de-DE")).toBe("zh-CN");
  expect(await speak("en-GB")).toBe("en");
  expect(spoken()).toBe("en");
});

test("a count takes the form of its language", async () => {
  expect(t("adds.titleToday", { count: 1 })).toBe("今天加了 1 位客户");
  await speak("en");
  expect(t("adds.titleToday", { count: 1 })).toBe("1 customer added today");
  expect(t("adds.titleToday", { count: 0 })).toBe("0 customers added today");
});

test("the first key with words is taken, and a key without any is shown", () => {
  expect(t(["adds.reasons.nothing", "adds.reasons.no_welcome"])).toBe(t("adds.reasons.no_welcome"));
  expect(t("adds.reasons.nothing")).toBe("adds.reasons.nothing");
});

test("values stand in their places, whatever they hold", () => {
  expect(t("customer.tags.byChannel", { channel: "$& {{x}}" })).toBe("渠道活码「$& {{x}}」打的");
});

test("a day is said with its weekday", async () => {
  expect(dayTitle("2026-11-22")).toBe("11 月 22 日 周日");
  await speak("en");
  expect(dayTitle("2026-11-22")).toBe("Sun, 22 Nov");
});
