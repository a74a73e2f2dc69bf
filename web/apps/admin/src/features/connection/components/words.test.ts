import i18next, { type TFunction } from "i18next";
import { expect, test } from "vitest";
import en from "../../../locales/en/connection.json";
import type { Check, Connection } from "../api/connection.ts";
import { byApp, report } from "./words.ts";

async function translate(): Promise<TFunction> {
  const words = i18next.createInstance();
  return words.init({
    lng: "en",
    fallbackLng: false,
    resources: { en: { translation: en } },
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
  facts: { errcode: 40001 },
  title: "Company ID and Secret",
  what: "The app's Secret is wrong",
  means: "Nothing can be read",
  where: "Console → App Management",
  link: "https://open.work.weixin.qq.com/devtool/query?e=40001",
  ...more,
});

test("the report holds each check once, with cause, consequence and way out", async () => {
  const connection = {
    name: "Pond",
    corpid: "ww1",
    address: "https://scrm.example.com",
  } as Connection;
  const fine = { status: "ok", code: "ok", what: "Fine", means: "x", where: "", link: "" } as const;
  const checks = [
    check({}),
    check({ ...fine, key: "clock", app: null, title: "Server clock", facts: { seconds: 0 } }),
    check({ status: "unknown", code: "needs.token", means: "", link: "", facts: {} }),
  ];
  const lines = report(connection, checks, "Asia/Shanghai", await translate()).split("\n");
  expect(lines).toEqual([
    "WeCom connection · Pond (ww1)",
    "https://scrm.example.com",
    "2026-11-25 21:40:11 (Asia/Shanghai)",
    "",
    "✗ App 1000002 · Company ID and Secret: The app's Secret is wrong (40001)",
    "  Nothing can be read",
    "  Console → App Management",
    "  https://open.work.weixin.qq.com/devtool/query?e=40001",
    "  [wecom.40001] WeCom answered 40001: invalid credential",
    "✓ Server clock: Fine",
    "– App 1000002 · Company ID and Secret: The app's Secret is wrong",
    "  Console → App Management",
    "  [needs.token] WeCom answered 40001: invalid credential",
  ]);
});

test("checks stand by app, the company's last", () => {
  const groups = byApp([check({}), check({ key: "callback" }), check({ key: "clock", app: null })]);
  expect(groups.map(([app, rows]) => [app, rows.length])).toEqual([
    [1000002, 2],
    [null, 1],
  ]);
});
