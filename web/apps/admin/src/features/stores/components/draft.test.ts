import { expect, test } from "vitest";
import { bodyOf, draftOf, placeOf } from "./draft.ts";

const store = {
  id: 1,
  number: "SZ001",
  name: "南山店",
  city: "深圳",
  address: "",
  phone: "",
  hours: "",
  latitude: null,
  longitude: null,
  department: { id: 3, name: "南山" },
  managers: [],
  members: 2,
  closed_at: null,
  created_at: "2026-11-26T08:00:00Z",
  version: 2,
  named: [
    { id: 7, name: "周可欣", account: "alice", status: "active", is_manager: true },
    { id: 8, name: "陈屿", account: "bob", status: "active", is_manager: false },
  ],
  from_department: 0,
};

test("a store goes through its form unchanged", () => {
  const draft = draftOf(store);
  expect(draft.managers).toEqual([{ value: 7, label: "周可欣" }]);
  expect(bodyOf(draft as never)).toMatchObject({
    number: "SZ001",
    department_id: 3,
    manager_ids: [7],
    member_ids: [8],
  });
});

test("who manages is no plain member besides", () => {
  const draft = { ...draftOf(store), managers: [{ value: 8, label: "陈屿" }] };
  expect(bodyOf(draft as never)).toMatchObject({ manager_ids: [8], member_ids: [] });
});

test.each([
  ["22.5431, 113.9298", { latitude: 22.5431, longitude: 113.9298 }],
  ["22.5431，113.9298", { latitude: 22.5431, longitude: 113.9298 }],
  ["113.9298, 22.5431", null],
  ["22.5", null],
  ["a, b", null],
  ["1 2 3", null],
])("%s as a place", (text, place) => {
  expect(placeOf(text)).toEqual(place);
});
