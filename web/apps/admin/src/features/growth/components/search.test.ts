import { expect, test } from "vitest";
import { daysIn, filterOf, parseSearch, spanOf } from "./search.ts";

const now = new Date("2026-11-27T01:00:00Z");

test("an empty address asks for the last thirty days of the corp", () => {
  const filter = filterOf(parseSearch({}), now, "Asia/Shanghai");
  expect([filter.from, filter.to]).toEqual(["2026-10-29", "2026-11-27"]);
  expect(daysIn(filter)).toBe(30);
  expect(spanOf(filter, now, "Asia/Shanghai")).toBe(30);
});

test("what is wrong in an address is left out, a span the wrong way round is turned", () => {
  const search = parseSearch({ by: "moon", staff: "x", from: "2026-11-20", to: "2026-11-01" });
  expect(search.by).toBeUndefined();
  const filter = filterOf(search, now, "Asia/Shanghai");
  expect([filter.from, filter.to]).toEqual(["2026-11-01", "2026-11-20"]);
  expect(spanOf(filter, now, "Asia/Shanghai")).toBeUndefined();
});
