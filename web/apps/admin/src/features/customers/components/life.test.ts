import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import adds from "../../../locales/en/adds.json";
import en from "../../../locales/en/customers.json";
import type { Life } from "../api/profile.ts";
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
  carried: null,
  who: null,
  other: null,
  how: null,
  before: null,
  after: null,
  field: null,
  note: null,
  question_set: null,
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

test("a handover names both members, where both are known", () => {
  const came = { kind: "relation.handed_over", how: "assigned", first: null, channel: null };
  const other = { id: 2, name: "He", state: "left" };
  expect(tell({ ...came, other })[0]).toBe("Zhou took the customer over from He");
  expect(tell(came)[0]).toBe("Assigned to Zhou");
  expect(tell({ ...came, how: "shared", other })[0]).toBe("He shared the customer with Zhou");
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

test("a stage, a value and a follow-up say who did what", () => {
  const by = { by: "user:1", who: "Lan", channel: null, first: null };
  expect(tell({ ...by, kind: "stage.changed", after: "deal" })[0]).toBe(
    "Lan set the stage to “deal”",
  );
  expect(tell({ ...by, kind: "follow_up.recorded", outcome: "no_answer" })[0]).toBe(
    "Lan followed up: No answer",
  );
  const field = {
    id: 1,
    name: "Budget",
    kind: "money",
    told: true,
    before: ["5"],
    after: ["68.5"],
  };
  expect(
    tell({ ...by, kind: "attribute.changed", field: field as NonNullable<Life["field"]> }),
  ).toEqual(["Lan set “Budget” to ¥68.50", "Was “¥5.00”"]);
  const secret = { ...field, told: false, before: null, after: null } as NonNullable<Life["field"]>;
  expect(tell({ ...by, who: null, kind: "attribute.changed", field: secret })).toEqual([
    "The system changed “Budget”",
    "",
  ]);
});

test("an event of a coming version is shown by its name", () => {
  expect(tell({ kind: "points.earned" })[0]).toBe("points.earned");
});

test("a decision about an id says whose it is", () => {
  const decided = { kind: "person.decided", staff: null, channel: null, first: null };
  expect(tell({ ...decided, outcome: "own" })[0]).toBe(
    "An id that two had was decided to be this customer's",
  );
  expect(tell({ ...decided, outcome: "shared" })[0]).toBe(
    "An id that two have was decided to be shared",
  );
  expect(tell({ ...decided, kind: "person.undecided" })[0]).toBe(
    "A decision about an id that two have was undone",
  );
});

test("a class of buyers says which it is now and which it was", () => {
  const moved = { kind: "rfm.moved", staff: null, first: null, channel: null };
  expect(tell({ ...moved, before: "general_value", after: "important_keep" })).toEqual([
    "RFM class is “Top, to keep” now",
    "Was “Value”",
  ]);
  expect(tell({ ...moved, before: "general_value", after: null })[0]).toBe(
    "Is in no RFM class any more",
  );
});
