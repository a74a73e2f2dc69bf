import { describe, expect, it } from "vitest";
import { draftOf, isPattern, lackOf, nameOf, rulesOf } from "./draft.ts";

describe("the draft of rules", () => {
  const empty = draftOf(null);

  it("lacks something to ask for, then groups, then a pattern that can be followed", () => {
    expect(lackOf(empty)).toBe("content");
    expect(lackOf({ ...empty, rules: "x", by: "groups" })).toBe("reach");
    expect(lackOf({ ...empty, name_pattern: "x" })).toBe("pattern");
    expect(lackOf({ ...empty, parts: ["name"] })).toBeUndefined();
  });

  it("knows patterns of names", () => {
    expect(["{n}", "a{n:02}b", "{store}{n:06}"].filter(isPattern)).toHaveLength(3);
    expect(["a", "{n}{n}", "{n:01}", "{n}{x}", "{n}}"].filter(isPattern)).toEqual([]);
    expect(nameOf("A{n:03}B", "")).toBe("A001B");
    expect(nameOf("{store}-{n}", "S")).toBe("S-1");
  });

  it("sends no form of nicknames without parts", () => {
    expect(rulesOf({ ...empty, name: " a ", rules: " b " })).toEqual({
      name: "a",
      reach: { by: "all" },
      rules: "b",
      notice: "",
      nickname_form: null,
      name_pattern: "",
    });
  });
});
