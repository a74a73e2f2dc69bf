import i18next, { type TFunction } from "i18next";
import { expect, test } from "vitest";
import en from "../../../locales/en/quota.json";
import zh from "../../../locales/zh-CN/quota.json";
import type { Api, Quota } from "../api/quota.ts";
import { brakesOf, nameOf, nextIn, progress, share, span, verdict } from "./words.ts";

async function translate(lang: string): Promise<TFunction> {
  const words = i18next.createInstance();
  return words.init({
    lng: lang,
    fallbackLng: false,
    resources: { [lang]: { translation: lang === "en" ? en : zh } },
    interpolation: { escapeValue: false },
  });
}

const api = (more: Partial<Api> = {}): Api => ({
  path: "/cgi-bin/externalcontact/mark_tag",
  windows: [],
  at_once: 4,
  under_way: 0,
  waits: [],
  brakes: [],
  ...more,
});

const stop: Api["brakes"][number] = {
  kind: "stop",
  errcode: 45009,
  at_once: null,
  strikes: 1,
  since: "2026-11-26T03:00:00Z",
  until: "2026-11-26T03:01:00Z",
};

const quota = (more: Partial<Quota> = {}): Quota => ({
  at: "2026-11-26T03:00:00Z",
  apis: [],
  waiting: { welcome: 0, interactive: 0, scheduled: 0, bulk: 0 },
  runs: [],
  tokens: [],
  ...more,
});

test("a known API has a name, another one is just one of WeCom's", async () => {
  const [words, chinese] = [await translate("en"), await translate("zh-CN")];
  expect(nameOf("/cgi-bin/externalcontact/mark_tag", words)).toBe("Tag customers");
  expect(nameOf("/cgi-bin/gettoken", chinese)).toBe("取得访问凭证");
  expect(nameOf("/cgi-bin/something/new", words)).toBe("WeCom API");
});

test("a stretch of time is told in its two largest units", async () => {
  const words = await translate("en");
  const told = [-5, 0, 59, 60, 3599, 3600, 6480, 172_800, 200_000].map((s) =>
    span(s * 1000, words),
  );
  expect(told).toEqual([
    "0 s",
    "0 s",
    "59 s",
    "1 min",
    "1 h 0 min",
    "1 h 0 min",
    "1 h 48 min",
    "2 d 0 h",
    "2 d 7 h",
  ]);
});

test("the next one goes in so long, or at any moment", async () => {
  const words = await translate("en");
  const now = "2026-11-26T03:00:00Z";
  expect(nextIn("2026-11-26T03:00:00.4Z", now, words)).toBe("the next at any moment");
  expect(nextIn("2026-11-26T03:00:07Z", now, words)).toBe("the next in 7 s");
});

test("a little use is never nothing, and no use is more than all", () => {
  expect(share({ used: 0, limit: 10_000 })).toBe(0);
  expect(share({ used: 1, limit: 150_000 })).toBe(1);
  expect(share({ used: 9_999, limit: 10_000 })).toBe(99);
  expect(share({ used: 12, limit: 10 })).toBe(100);
});

test("a run is as far as it is, when anybody knows how much it is", () => {
  expect(progress({ done: 3, total: null, state: "running" })).toBeNull();
  expect(progress({ done: 0, total: 0, state: "running" })).toBeNull();
  expect(progress({ done: 199, total: 200, state: "running" })).toBe(99);
  expect(progress({ done: 7, total: 0, state: "ended" })).toBe(100);
});

test("the verdict tells of a stop before it tells of waiting", async () => {
  const words = await translate("en");
  const waiting = { welcome: 0, interactive: 1, scheduled: 0, bulk: 40 };
  expect(verdict(quota(), words).calm).toBe(true);
  expect(verdict(quota({ waiting }), words, 2).text).toBe(
    words("quota.verdict.undecided", { count: 2 }),
  );
  expect(verdict(quota({ waiting }), words)).toEqual({
    calm: false,
    text: "41 calls wait for quota and go when their turn comes",
  });
  const stopped = quota({ waiting, apis: [api({ brakes: [stop] }), api()] });
  expect(verdict(stopped, words).text).toBe(
    "WeCom has stopped 1 API for too many calls; it goes on by itself",
  );
  expect(brakesOf(stopped.apis)).toEqual([{ path: api().path, brake: stop }]);
});
