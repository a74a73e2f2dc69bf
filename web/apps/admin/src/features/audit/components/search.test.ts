import { expect, test } from "vitest";
import { changes, parseSearch, spell } from "./search.ts";

test("an address keeps what can be asked and drops the rest", () => {
  expect(
    parseSearch({
      actor: "user:1",
      area: "tags",
      target: 12,
      from: "2026-02-30",
      to: "2026-02-28",
    }),
  ).toEqual({
    actor: "user:1",
    area: "tags",
    target: "12",
    from: undefined,
    to: "2026-02-28",
    after: undefined,
    peek: undefined,
  });
  expect(parseSearch({ area: "nothing", peek: "7" })).toMatchObject({ area: undefined, peek: 7 });
});

test("both states stand side by side", () => {
  expect(changes({ stage: "lead", at: 1 }, { stage: "deal", at: 1, by: "x" })).toEqual([
    { key: "stage", before: "lead", after: "deal", changed: true },
    { key: "at", before: 1, after: 1, changed: false },
    { key: "by", before: undefined, after: "x", changed: true },
  ]);
  expect(changes(null, null)).toEqual([]);
  expect(spell(null)).toBeNull();
  expect(spell("字")).toBe("字");
  expect(spell([1, 2])).toBe("[\n 1,\n 2\n]");
});
