import { expect, test } from "vitest";
import { asked, filterOf, lateness, parseSearch, TILES, tileOf } from "./search.ts";

const ZONE = "Asia/Shanghai";

test("an address gives what it holds, and drops what is wrong", () => {
  const search = parseSearch({
    state: "gone",
    priority: "2",
    overdue: "true",
    staff: "-1",
    from: "2026-02-30",
    to: "2026-03-01",
    q: 12,
    peek: "7",
    tab: "members",
  });
  expect(filterOf(search)).toMatchObject({
    state: "open",
    priority: 2,
    overdue: true,
    staff: undefined,
    from: undefined,
    to: "2026-03-01",
    q: "12",
  });
  expect([search.peek, search.tab]).toEqual([7, "members"]);
  expect(parseSearch({ from: "2026-03-02", to: "2026-03-01" })).toMatchObject({
    from: "2026-03-01",
    to: "2026-03-02",
  });
});

test("each tile is told by what it asks for, whoever is looked at", () => {
  const now = new Date("2026-11-26T17:00:00Z");
  for (const tile of TILES) {
    const filter = asked(tile, { state: "done", kind: "alarm", staff: 3 }, ZONE, now);
    expect(tileOf(filter, ZONE, now)).toBe(tile);
    expect(filter.staff).toBe(3);
  }
  expect(asked("today", { state: "open" }, ZONE, now).from).toBe("2026-11-27");
  expect(tileOf({ state: "open", kind: "alarm" }, ZONE, now)).toBeUndefined();
});

test("lateness is told in the largest whole unit", () => {
  const due = "2026-11-26T00:00:00Z";
  expect(lateness(due, "2026-11-26T00:00:10Z")).toEqual({ unit: "minutes", n: 1 });
  expect(lateness(due, "2026-11-26T00:59:59Z")).toEqual({ unit: "minutes", n: 59 });
  expect(lateness(due, "2026-11-26T23:00:00Z")).toEqual({ unit: "hours", n: 23 });
  expect(lateness(due, "2026-11-28T01:00:00Z")).toEqual({ unit: "days", n: 2 });
});
