import { expect, test } from "vitest";
import { yuan } from "../../../shared/money.ts";
import { bodyOf, draftOf } from "./draft.ts";

test("a draft keeps fen exact and only what its hook says", () => {
  const draft = { ...draftOf(null), name: " 包裹卡 ", hookText: "x", gift: 3, costOnce: 0.29 };
  const body = bodyOf({ ...draft, hook: "gift" });
  expect([body.name, body.hook_text, body.gift_id, body.cost_once]).toEqual(["包裹卡", "", 3, 29]);
  const bare = bodyOf({ ...draft, hook: "none" });
  expect([bare.hook_text, bare.gift_id]).toEqual(["", null]);
});

test("fen are written as yuan", () => {
  expect([0, 5, 1_200, 123_456_789].map(yuan)).toEqual(["0", "0.05", "12", "1,234,567.89"]);
});
