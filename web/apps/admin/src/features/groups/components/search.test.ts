import { expect, test } from "vitest";
import { isNarrowed, parseList, parsePage, parseSeveral, spanOf } from "./search.ts";

test("an address of the list gives what it holds, and drops what is wrong", () => {
  const search = parseList({
    q: 12,
    owner: "7,x,8",
    kind: "product,none,gone",
    tier: "sea",
    state: "owner_left",
    phase: "sinking,none,dead",
    unsorted: "true",
    full: "no",
    least: "200",
    most: "50",
    quiet: "0",
    sort: "-quiet",
    after: "p2",
  });
  expect(search).toEqual({
    list: undefined,
    head: undefined,
    q: "12",
    owner: "7,8",
    department: undefined,
    kind: "product,none",
    tier: undefined,
    label: undefined,
    state: "owner_left",
    phase: "sinking,none",
    unsorted: true,
    full: undefined,
    least: 50,
    most: 200,
    quiet: undefined,
    sort: undefined,
    after: "p2",
  });
  expect(parseList({ owner: 7, least: 0, sort: "-joined_7" })).toMatchObject({
    owner: 7,
    least: 0,
    sort: "-joined_7",
  });
});

test("an order does not narrow, a condition does", () => {
  expect(isNarrowed({ sort: "name" })).toBe(false);
  expect(isNarrowed({ sort: "name", least: 0 })).toBe(true);
});

test("the pages of a group and of who is in several know their own parts only", () => {
  expect(parsePage({ tab: "days", span: "30", gone: "true", role: "boss", friend: "no" })).toEqual({
    tab: "days",
    span: 30,
    q: undefined,
    gone: true,
    role: undefined,
    own: undefined,
    friend: "no",
  });
  expect(parseSeveral({ least: "1", owner: "4" })).toMatchObject({ least: undefined, owner: 4 });
  expect(parseSeveral({ least: 3 }).least).toBe(3);
});

test("days are those of UTC+8, today the last", () => {
  expect(spanOf(7, new Date("2026-11-26T17:00:00Z"))).toEqual({
    from: "2026-11-21",
    to: "2026-11-27",
  });
});
