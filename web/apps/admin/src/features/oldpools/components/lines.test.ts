import { expect, test } from "vitest";
import words from "../../../locales/zh-CN/later-oldpools.json";
import { readLines } from "./lines.ts";

const KINDS = words.oldPools.said;

test("one to three columns are read, from Excel or typed", () => {
  expect(readLines("老号一\t账号\t4800\n宝妈群，群，300\n老号二\n", KINDS).items).toEqual([
    { name: "老号一", kind: "account", estimate: 4800 },
    { name: "宝妈群", kind: "group", estimate: 300 },
    { name: "老号二", kind: "account", estimate: null },
  ]);
});

test("a kind or a number that is none is named by its line", () => {
  expect(readLines("a,群,3\nb,鱼,3", KINDS).bad).toEqual({ n: 2, line: "b,鱼,3" });
  expect(readLines("a,群,3.5", KINDS).bad?.n).toBe(1);
});
