import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import en from "../../../locales/en/adds.json";
import { unnamed, why } from "./reasons.ts";

beforeAll(async () => {
  await i18next.init({ lng: "en", resources: { en: { translation: en } } });
});

test("a known reason has words of its own", () => {
  const text = why(i18next.t, { outcome: "impossible", reason: "no_code", detail: null });
  expect(text).toBe(en.adds.reasons.no_code);
});

test("a refusal names WeCom's code", () => {
  const text = why(i18next.t, { outcome: "failed", reason: "refused:40058", detail: "bad" });
  expect(text).toContain("40058");
});

test("an unknown reason shows what is known", () => {
  expect(why(i18next.t, { outcome: "failed", reason: "brand_new", detail: "said so" })).toContain(
    "said so",
  );
});

test("what was sent needs no reason", () => {
  expect(why(i18next.t, { outcome: "sent", reason: null, detail: null })).toBe("");
});

test("what was sent without a file says so", () => {
  const detail = "without what WeCom did not have: image 3";
  expect(why(i18next.t, { outcome: "sent", reason: null, detail })).toBe(en.adds.leftOut);
});

test("where no welcome is named it says why", () => {
  expect(unnamed({ outcome: "sent", greeting_id: 7 })).toBe("deleted");
  expect(unnamed({ outcome: "due", greeting_id: null })).toBe("later");
  expect(unnamed({ outcome: "sent", greeting_id: null })).toBe("unkept");
  expect(unnamed({ outcome: "impossible", greeting_id: null })).toBe("none");
});
