import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import adds from "../../../locales/en/adds.json";
import en from "../../../locales/en/customers.json";
import type { Life } from "../api/customers.ts";
import { cause, sentence } from "./life.ts";

beforeAll(async () => {
  await i18next.init({
    lng: "en",
    resources: { en: { translation: { ...en, ...adds } } },
    interpolation: { escapeValue: false },
  });
});

const blank: Life = {
  id: "e1",
  kind: "relation.added",
  at: "2026-11-22T06:36:02Z",
  by_customer: true,
  staff: { id: 1, name: "Zhou", state: "active" },
  tag: null,
  channel: { id: 3, name: "Desk" },
  by: null,
  first: true,
  ending: null,
  outcome: null,
  reason: null,
  detail: null,
};
const tell = (entry: Partial<Life>) => {
  const whole = { ...blank, ...entry };
  return [sentence(i18next.t, whole), cause(i18next.t, whole)];
};

test("a first add says through what and that it is the first", () => {
  expect(tell({})).toEqual([
    "Became friends with Zhou",
    "By “Desk” · First time a customer of the company",
  ]);
  expect(tell({ first: false, channel: null })).toEqual(["Added Zhou again", ""]);
});

test("an end says who ended it", () => {
  const ended = { kind: "relation.ended", first: null, channel: null };
  expect(tell({ ...ended, ending: "deleted_by_customer" })[0]).toBe("Deleted Zhou");
  expect(tell({ ...ended, ending: "deleted_by_staff" })[0]).toBe("Zhou deleted the customer");
});

test("a tag says where it came from, a deleted one too", () => {
  const tag = { kind: "tag.added", tag: { id: 1, name: "VIP" }, by: "channel:3" };
  expect(tell(tag)).toEqual(["Tagged “VIP”", "Channel code “Desk”"]);
  expect(tell({ ...tag, tag: null, channel: null, by: "wecom" })).toEqual([
    "Tagged “a deleted tag”",
    "In WeCom",
  ]);
});

test("a welcome that did not arrive says why", () => {
  const welcome = { kind: "welcome", outcome: "failed", reason: "refused:40058", detail: "bad" };
  expect(tell(welcome)[1]).toContain("40058");
  expect(tell({ kind: "welcome", outcome: "sent" })).toEqual(["Got the welcome of Zhou", ""]);
});

test("an event of a coming version is shown by its name", () => {
  expect(tell({ kind: "points.earned" })[0]).toBe("points.earned");
});
