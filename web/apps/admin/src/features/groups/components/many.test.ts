import { expect, test } from "vitest";
import type { Row } from "../api/groups.ts";
import { changedBy, NOTHING, setOf } from "./many.ts";

const group = (id: number, more: Partial<Row>) =>
  ({ id, kind: null, tier: null, labels: [], ...more }) as unknown as Row;

const picked = [
  group(1, { kind: "product", tier: "core", labels: ["a"] }),
  group(2, { kind: "product" }),
  group(3, { labels: ["a", "b"] }),
];
const ids = (wanted: Partial<typeof NOTHING>) =>
  changedBy({ ...NOTHING, ...wanted }, picked).map((one) => one.id);

test("what is kept is not sent, what is taken away is sent as nothing", () => {
  expect(setOf(NOTHING)).toEqual({ labels_add: [], labels_remove: [] });
  expect(setOf({ kind: "none", tier: "core", add: ["a"], remove: ["a", "b"] })).toEqual({
    kind: null,
    tier: "core",
    labels_add: ["a"],
    labels_remove: ["b"],
  });
});

test("only groups that are others afterwards are counted", () => {
  expect(ids({})).toEqual([]);
  expect(ids({ kind: "product" })).toEqual([3]);
  expect(ids({ tier: "none" })).toEqual([1]);
  expect(ids({ add: ["a"] })).toEqual([2]);
  expect(ids({ remove: ["b"], kind: "none" })).toEqual([1, 2, 3]);
});
