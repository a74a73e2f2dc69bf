import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import en from "../../../locales/en/customers.json";
import lists from "../../../locales/en/lists.json";
import { query } from "../api/customers.ts";
import { chips, kept, narrowed, parseFilter, same } from "./filters.ts";

beforeAll(async () => {
  await i18next.init({ lng: "en", resources: { en: { translation: { ...en, ...lists } } } });
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

test("a stage is told as the company calls it", () => {
  const found = chips(i18next.t, { stage: "intent,deal" }, { stage: (key) => `<${key}>` });
  expect(found.map((chip) => chip.value)).toEqual([
    ["<intent>", "<deal>"].join(i18next.t("common.comma")),
  ]);
});

test("order alone narrows nothing", () => {
  expect(narrowed({ sort: "name" })).toBe(false);
  expect(narrowed({ q: "a" })).toBe(true);
});

test("several are read from an address, told as one chip and asked as a list", () => {
  const filter = parseFilter({
    tag: "7,8",
    tag_none: 9,
    silent: "0",
    field: "3:eq:a:b",
    tail: "12",
  });
  expect(filter).toEqual({ tag: "7,8", tag_none: 9, silent: "0", field: "3:eq:a:b" });
  expect(chips(i18next.t, filter, { tag: "VIP" }).map((chip) => chip.value)).toEqual([
    "VIP and others (2)",
    "#9",
    "No",
    "is a:b",
  ]);
  expect(query(filter)).toEqual({
    tag_id: [7, 8],
    tag_none: [9],
    silent: false,
    field: ["3:eq:a:b"],
  });
});

test("a view keeps the conditions, in whichever order they were chosen", () => {
  const view = kept({ tag: 7, state: "friend", sort: "name" });
  expect(view).toEqual({ tag: "7", state: "friend" });
  expect(same(view, kept({ state: "friend", tag: "7" }))).toBe(true);
  expect(same(view, kept({ state: "friend" }))).toBe(false);
  expect(parseFilter(view)).toEqual({ tag: 7, state: "friend" });
});
