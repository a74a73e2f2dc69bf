import { describe, expect, it } from "vitest";
import { reachOf } from "../../../shared/reaching.ts";
import type { Welcome } from "../api/groupcare.ts";
import { draftOf, lackOf, replyOf, welcomeOf } from "./draft.ts";

const known = {
  name: "新群",
  text: "你好",
  attachment: { kind: "mini_program", title: "商城", appid: "wx1", page: "p", file_id: 7 },
  file_name: "a.png",
  reach: {
    by: "kinds",
    owner_ids: [],
    kinds: ["product"],
    tiers: [],
    group_ids: [],
    owners: [],
    picked: [],
  },
} as unknown as Welcome;

describe("draft", () => {
  it("gives back what it was made of", () => {
    expect(welcomeOf(draftOf(known))).toEqual({
      name: "新群",
      text: "你好",
      attachment: known.attachment,
      reach: { by: "kinds", kinds: ["product"] },
    });
  });

  it("says what is missing", () => {
    const empty = draftOf(null);
    expect(lackOf(empty)).toBe("content");
    expect(lackOf({ ...empty, part: "file" })).toBe("file");
    expect(lackOf({ ...empty, text: "你好", by: "groups" })).toBe("reach");
    expect(lackOf({ ...empty, text: "你好" })).toBeUndefined();
    expect(reachOf({ ...empty, by: "owners" })).toBeUndefined();
  });

  it("drops empty words", () => {
    expect(replyOf({ ...draftOf(known), words: [" 价格 ", " "] }).words).toEqual(["价格"]);
  });
});
