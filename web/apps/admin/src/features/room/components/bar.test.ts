import { expect, test } from "vitest";
import { percent } from "./Bar.tsx";

test("a share is neither empty nor full unless it is", () => {
  expect([0, 0.001, 0.5, 0.998, 1, 1.04].map(percent)).toEqual([
    "0%",
    "<1%",
    "50%",
    "99%",
    "100%",
    "104%",
  ]);
});
