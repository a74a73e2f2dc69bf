import i18next, { type TFunction } from "i18next";
import { expect, test } from "vitest";
import api from "../../../../../../packages/api/openapi.json";
import en from "../../../locales/en/connection.json";
import zh from "../../../locales/zh-CN/connection.json";
import type { Check, Connection } from "../api/connection.ts";
import { byApp, report, wordsOf } from "./words.ts";

const codes: string[] = api.components.schemas.Check.properties.code.enum;
const keys: string[] = api.components.schemas.Check.properties.key.enum;

async function translate(lang: string): Promise<TFunction> {
  const words = i18next.createInstance();
  return words.init({
    lng: lang,
    fallbackLng: false,
    resources: { [lang]: { translation: lang === "en" ? en : zh } },
    interpolation: { escapeValue: false },
  });
}

const check = (more: Partial<Check>): Check => ({
  key: "token",
  app: 1000002,
  status: "failed",
  code: "wecom.40001",
  detail: "WeCom answered 40001: invalid credential",
  seen_at: "2026-11-25T13:40:11Z",
  facts: {
    errcode: 40001,
    errmsg: "no",
    reason: "ConnectError",
    status: 502,
    seconds: 400,
    url: "http://yutang.test",
    characters: 42,
    members: 3,
    change: "bom",
    ip: "203.0.113.7",
  },
  ...more,
});

test.each(["zh-CN", "en"])("every code of the API has its words in %s", async (lang) => {
  const t = await translate(lang);
  expect(codes.length).toBeGreaterThan(20);
  for (const code of codes.filter((one) => one !== "ok") as Check["code"][]) {
    const { what, where } = wordsOf(check({ code }), t);
    for (const text of [what, where]) {
      expect(text, code).not.toMatch(/connection\.|\{\{|undefined|NaN/);
      expect(text.length, code).toBeGreaterThan(5);
      if (lang === "en") expect(text, code).not.toMatch(/[\u3400-\u9fff]/);
    }
  }
  for (const key of keys as Check["key"][]) {
    const { what, where } = wordsOf(check({ key, code: "ok", status: "ok" }), t);
    expect(what, key).not.toMatch(/connection\.|\{\{/);
    expect(where).toBe("");
  }
});

test("the untrusted address is named, or said to be the server's own", async () => {
  const t = await translate("en");
  expect(wordsOf(check({ code: "wecom.60020" }), t).where).toContain("add 203.0.113.7;");
  expect(wordsOf(check({ code: "wecom.60020", facts: {} }), t).what).toBe(
    "WeCom refused: the outgoing address of this server is not trusted",
  );
});

test("a clock is ahead or behind by whole minutes", async () => {
  const t = await translate("en");
  const off = (seconds: number) =>
    wordsOf(check({ code: "clock.off", facts: { seconds } }), t).what;
  expect(off(400)).toBe("This server's clock is 7 minutes ahead of WeCom's");
  expect(off(-3600)).toBe("This server's clock is 60 minutes behind WeCom's");
});

test("the report holds each check once, with cause and way out", async () => {
  const t = await translate("en");
  const connection = {
    name: "Pond",
    corpid: "ww1",
    address: "https://scrm.example.com",
  } as Connection;
  const checks = [
    check({}),
    check({ key: "clock", app: null, status: "ok", code: "ok", facts: { seconds: 0 } }),
  ];
  const lines = report(connection, checks, "Asia/Shanghai", t).split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "WeCom connection · Pond (ww1)",
    "https://scrm.example.com",
    "2026-11-25 21:40:11 (Asia/Shanghai)",
  ]);
  expect(lines[4]).toBe(
    "✗ App 1000002 · Company ID and Secret: The app's Secret is wrong, or the app is stopped (40001)",
  );
  expect(lines[6]).toBe("  [wecom.40001] WeCom answered 40001: invalid credential");
  expect(lines[7]).toBe("✓ Server clock: Less than 5 minutes from WeCom's time");
});

test("checks stand by app, the company's last", () => {
  const groups = byApp([check({}), check({ key: "callback" }), check({ key: "clock", app: null })]);
  expect(groups.map(([app, rows]) => [app, rows.length])).toEqual([
    [1000002, 2],
    [null, 1],
  ]);
});
