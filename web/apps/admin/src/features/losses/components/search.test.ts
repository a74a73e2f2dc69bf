import { describe, expect, test } from "vitest";
import { daysBetween, daysIn, filterOf, parseSearch, spanOf } from "./search.ts";

const NOW = new Date("2026-11-26T17:00:00Z");
const ZONE = "Asia/Shanghai";

describe("the address of losses", () => {
  test("without anything asks for the last 30 days of the corp's zone", () => {
    const filter = filterOf(parseSearch({}), NOW, ZONE);
    expect([filter.from, filter.to, filter.what]).toEqual([
      "2026-10-29",
      "2026-11-27",
      "relations",
    ]);
    expect([daysIn(filter), spanOf(filter, NOW, ZONE)]).toEqual([30, 30]);
  });

  test("drops what is no day, no id and no choice", () => {
    const search = parseSearch({
      from: "2026-02-30",
      to: "yesterday",
      staff: "-1",
      channel: "x",
      by: "nobody",
      what: "all",
      tab: "none",
    });
    expect(Object.values(search).every((value) => value === undefined)).toBe(true);
  });

  test("turns a span that runs backwards, and knows one that is no preset", () => {
    const filter = filterOf(parseSearch({ from: "2026-11-20", to: "2026-11-10" }), NOW, ZONE);
    expect([filter.from, filter.to]).toEqual(["2026-11-10", "2026-11-20"]);
    expect(spanOf(filter, NOW, ZONE)).toBeUndefined();
  });

  test("counts whole days between two moments", () => {
    expect(daysBetween("2026-11-01T10:00:00Z", "2026-11-03T09:00:00Z")).toBe(1);
    expect(daysBetween("2026-11-03T10:00:00Z", "2026-11-01T09:00:00Z")).toBe(0);
  });
});
