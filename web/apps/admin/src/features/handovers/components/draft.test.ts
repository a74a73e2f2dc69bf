import { expect, test } from "vitest";
import type { Giver } from "../api/reading.ts";
import { type Draft, draftOf, lackOf, wishOf } from "./draft.ts";

const giver: Giver = {
  staff: { id: 7, name: "Zhou", account: "zhou" },
  mode: "resigned",
  left_at: null,
  deadline: null,
  customers: 12,
  groups: 2,
  open_tasks: 0,
  codes: 0,
  stages: [],
  tags: [],
};
const two = [
  { id: 8, name: "He", share: 3 },
  { id: 9, name: "Li", share: 1 },
];
const start = draftOf(giver, [], "all");
const draft = (more: Partial<Draft>): Draft => ({ ...start, takers: two, ...more });

test("who left gives everything, who stays no groups by himself, picked people come alone", () => {
  expect([start.customers, start.groups]).toEqual(["all", "all"]);
  const stays = draftOf({ ...giver, mode: "on_job" }, [], "");
  expect([stays.customers, stays.groups]).toEqual(["all", "none"]);
  const picked = draftOf(giver, [4, 5], "");
  expect([picked.customers, picked.groups]).toEqual(["picked", "none"]);
  expect(wishOf({ ...picked, takers: two }, giver)?.customers).toEqual({
    all: false,
    customer_ids: [4, 5],
  });
});

test("nothing is asked before somebody takes and something is given", () => {
  expect(lackOf(start)).toBe("takers");
  expect(wishOf(start, giver)).toBeNull();
  // Conditions without a condition are nobody, not everybody.
  expect(lackOf(draft({ customers: "some", groups: "none" }))).toBe("what");
  expect(lackOf(draft({ customers: "none", groups: "some" }))).toBe("what");
});

test("shares are told by that rule alone, a message only on the job", () => {
  expect(wishOf(draft({ message: " hello " }), giver)).toEqual({
    from_staff_id: 7,
    customers: { all: true },
    groups: { all: true },
    takers: [
      { staff_id: 8, share: 3 },
      { staff_id: 9, share: 1 },
    ],
    rule: "share",
    message: "",
  });
  const load = draft({ rule: "load", message: " hello ", customers: "some", tags: [1] });
  const wish = wishOf(load, { ...giver, mode: "on_job" });
  expect(wish?.takers).toEqual([{ staff_id: 8 }, { staff_id: 9 }]);
  expect([wish?.message, wish?.customers]).toEqual(["hello", { all: false, tag_ids: [1] }]);
});
