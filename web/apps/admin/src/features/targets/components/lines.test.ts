import { expect, test } from "vitest";
import { readLines } from "./lines.ts";

test("columns from Excel, commas of both kinds and spaces are read", () => {
  expect(readLines("ann\t20\n\n柏，15\r\n何 嘉 3\n")).toEqual({
    items: [
      { who: "ann", aim: 20 },
      { who: "柏", aim: 15 },
      { who: "何 嘉", aim: 3 },
    ],
    bad: undefined,
  });
});

test("the first line that is not clear is named", () => {
  expect(readLines("ann,20\nbob\ncarol,0").bad).toEqual({ n: 2, line: "bob" });
});
