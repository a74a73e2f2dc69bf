import { expect, test } from "vitest";
import { parseList, parseNew, parseOne, pickedOf } from "./search.ts";

test("an address of nonsense asks for nothing", () => {
  const all = [
    parseList({ from: "x", state: "gone", after: {} }),
    parseNew({ from: -1, ids: "a.b" }),
    parseOne({ tab: "none", state: "none", taker: "0" }),
  ];
  expect(all.flatMap((one) => Object.values(one)).filter(Boolean)).toEqual([]);
});

test("picked customers travel in the address, each once", () => {
  expect(parseNew({ from: "7", ids: "4.5.4.0" })).toEqual({ from: 7, ids: "4.5" });
  expect(pickedOf("4.5")).toEqual([4, 5]);
  // One id alone is a number to the router.
  expect(parseNew({ ids: 4 }).ids).toBe("4");
  expect(pickedOf(undefined)).toEqual([]);
});
