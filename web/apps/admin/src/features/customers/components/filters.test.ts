import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import en from "../../../locales/en/customers.json";
import { chips, narrowed, parseFilter } from "./filters.ts";

beforeAll(async () => {
  await i18next.init({ lng: "en", resources: { en: { translation: en } } });
});

test("an address is read, and what does not fit is left out", () => {
  expect(
    parseFilter({
      q: "林",
      state: "rich",
      tag: "7",
      staff: "-1",
      added_from: "soon",
      sort: "name",
    }),
  ).toEqual({ q: "林", tag: 7, sort: "name" });
  expect(parseFilter({ state: "half", added_from: "2026-11-01", channel: 3.9 })).toEqual({
    state: "half",
    added_from: "2026-11-01",
    channel: 3,
  });
});

test("each chip names its condition and takes only it away", () => {
  const filter = { q: "x", state: "lost", tag: 7, added_from: "2026-11-01" } as const;
  const found = chips(i18next.t, filter, { tag: "VIP" });
  expect(found.map((chip) => `${chip.name} ${chip.value}`)).toEqual([
    "State Lost",
    "Tag VIP",
    "Date added From 2026-11-01",
  ]);
  expect(found[1]?.without).toEqual({ q: "x", state: "lost", added_from: "2026-11-01" });
});

test("a name that is not known yet is told by number", () => {
  expect(chips(i18next.t, { staff: 12 }, {})[0]?.value).toBe("#12");
});

test("order alone narrows nothing", () => {
  expect(narrowed({ sort: "name" })).toBe(false);
  expect(narrowed({ q: "a" })).toBe(true);
});
