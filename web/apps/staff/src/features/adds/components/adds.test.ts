import { beforeEach, expect, test } from "vitest";
import zh from "../../../locales/zh-CN/adds.json";
import { speak } from "../../../shared/words.ts";
import { shift } from "./day.ts";
import { later } from "./putOff.ts";
import { why } from "./reasons.ts";

beforeEach(() => speak("zh-CN"));

test("a day has a day before and after it, over months and leap days", () => {
  expect(shift("2026-03-01", -1)).toBe("2026-02-28");
  expect(shift("2028-02-28", 1)).toBe("2028-02-29");
  expect(shift("2026-12-31", 1)).toBe("2027-01-01");
});

test("later is an hour on, or ten by the clock of the corp", () => {
  const at = later(new Date("2026-11-26T17:30:00Z"), "Asia/Shanghai");
  expect(at.map((one) => one.at.toISOString())).toEqual([
    "2026-11-26T18:30:00.000Z",
    "2026-11-28T02:00:00.000Z",
    "2026-12-04T02:00:00.000Z",
  ]);
});

test("every reason has words, an unknown one too", () => {
  expect(why({ outcome: "impossible", reason: "no_welcome" })).toBe(zh.adds.reasons.no_welcome);
  expect(why({ outcome: "failed", reason: "refused:48002" })).toBe(
    zh.adds.reasons.refused.replace("{{code}}", "48002"),
  );
  expect(why({ outcome: "failed", reason: "something_new" })).toBe(
    zh.adds.reasons.other.replace("{{code}}", "something_new"),
  );
  expect(why({ outcome: "sent", reason: null })).toBe("");
});
