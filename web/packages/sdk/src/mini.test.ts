import { afterEach, beforeEach, expect, test, vi } from "vitest";
import source from "../mini/yutang-mini.js?raw";

type Hooks = Record<string, (this: object, ...given: unknown[]) => void>;
interface Asked {
  url: string;
  header: Record<string, string>;
  data: { batch: { messageId: string; [field: string]: unknown }[] };
  success(answer: object): void;
  complete(): void;
}

/** A phone with WeChat, its storage and a collector; the file runs in it as a module. */
class Phone {
  readonly storage = new Map<string, string>();
  readonly asked: Asked[] = [];
  answers: { statusCode: number; header?: object }[] = [];
  full = false;
  online = true;
  route = "pages/index";

  open() {
    const wx = {
      getStorageSync: (key: string) => JSON.parse(this.storage.get(key) ?? '""'),
      setStorageSync: (key: string, value: unknown) => {
        if (this.full) throw new Error("exceed max size");
        this.storage.set(key, JSON.stringify(value));
      },
      removeStorageSync: (key: string) => this.storage.delete(key),
      request: (asked: Asked) => {
        const plain = { ...asked, data: JSON.parse(JSON.stringify(asked.data)) };
        if (this.online) {
          this.asked.push(plain);
          asked.success(this.answers.shift() ?? { statusCode: 200 });
        }
        asked.complete();
      },
    };
    const made: { app?: Hooks; page?: Hooks } = {};
    // The globals are variables of the program, as the file replaces them.
    const run = new Function(
      "wx",
      "made",
      "getCurrentPages",
      `let App = (app) => { made.app = app; }; let Page = (page) => { made.page = page; };
       const module = {}; (() => { "use strict"; ${source} })();
       return { yutang: module.exports, app: (a) => App(a), page: (p) => Page(p) };`,
    );
    const program = run(wx, made, () => [{ route: this.route }]);
    return { ...program, made } as {
      yutang: Record<string, (...given: unknown[]) => void>;
      app(app: object): void;
      page(page: object): void;
      made: { app: Hooks; page: Hooks };
    };
  }

  get batch() {
    return this.asked.flatMap((one) => one.data.batch);
  }
}

const AT = { key: "yk_1", endpoint: "https://yutang.example.com/" };
beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-11-27T08:00:00Z") }));
afterEach(() => void vi.useRealTimers());

test("pages are viewed and left by themselves, and their own hooks still run", () => {
  const phone = new Phone();
  const { yutang, app, page, made } = phone.open();
  yutang.init?.(AT);
  const own = vi.fn();
  app({ onLaunch: own, globalData: 1 });
  page({ onShow: own, data: { a: 1 } });
  expect([made.app.globalData, made.page.data]).toEqual([1, { a: 1 }]);
  made.app.onLaunch?.({ scene: 1011, query: { utm_source: "poster", id: "7" } });
  made.page.onShow?.call({ route: "pages/index" });
  vi.advanceTimersByTime(3000);
  made.page.onHide?.call({ route: "pages/index" });
  made.page.onUnload?.call({ route: "pages/index" });
  vi.advanceTimersByTime(5000);
  expect(own).toHaveBeenCalledTimes(2);
  expect(phone.asked[0]?.url).toBe("https://yutang.example.com/collect/v1/batch");
  expect(phone.asked[0]?.header.Authorization).toBe("Bearer yk_1");
  const came = { path: "pages/index", url: "pages/index", scene: "1011", utm_source: "poster" };
  expect(phone.batch.map((one) => [one.type, one.event, one.properties])).toEqual([
    ["page", undefined, came],
    ["track", "page.left", { ...came, seconds: 3 }],
  ]);
});

test("who it is goes at once, and only the ids", () => {
  const phone = new Phone();
  const { yutang } = phone.open();
  yutang.init?.(AT);
  yutang.identify?.({ openid: "o1", unionid: "u1", nickName: "王" });
  yutang.identify?.("M1", { phone: "13800000000" });
  const told = phone.batch.map((one) => [one.userId, one.ids]);
  expect(told).toEqual([
    [undefined, { openid: "o1", unionid: "u1" }],
    ["M1", { phone: "13800000000" }],
  ]);
  expect(new Set(phone.batch.map((one) => one.anonymousId)).size).toBe(1);
});

test("what could not go waits for the next start, as long as the collector asks for", () => {
  const phone = new Phone();
  phone.online = false;
  const first = phone.open();
  first.yutang.init?.(AT);
  first.yutang.track?.("cart.added", { sku: "A1" });
  vi.advanceTimersByTime(5000);
  expect(phone.asked).toEqual([]);
  vi.clearAllTimers();
  phone.online = true;
  phone.answers = [{ statusCode: 429, header: { "Retry-After": "30" } }];
  phone.open().yutang.init?.(AT);
  expect(phone.asked).toHaveLength(1);
  vi.advanceTimersByTime(29_999);
  expect(phone.asked).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(phone.asked).toHaveLength(2);
  expect(phone.asked[1]?.data.batch).toEqual(phone.asked[0]?.data.batch);
  expect(JSON.parse(phone.storage.get("_yt.queue") ?? "")).toEqual([]);
});

test("twenty go at once; a phone that is full still sends", () => {
  const phone = new Phone();
  phone.full = true;
  const { yutang } = phone.open();
  yutang.init?.(AT);
  for (let number = 0; number < 25; number++) yutang.track?.(`custom.${number}`);
  expect(phone.asked.map((one) => one.data.batch.length)).toEqual([20]);
  vi.advanceTimersByTime(5000);
  expect(phone.batch.map((one) => one.event)).toEqual(
    Array.from({ length: 25 }, (_, number) => `custom.${number}`),
  );
});

test("nothing before a yes, nothing left after a no", () => {
  const phone = new Phone();
  const { yutang, page, made } = phone.open();
  yutang.init?.({ ...AT, consent: "required" });
  page({});
  made.page.onShow?.call({ route: "pages/index" });
  yutang.track?.("cart.added");
  vi.advanceTimersByTime(60_000);
  expect([phone.asked, phone.storage.size]).toEqual([[], 0]);
  yutang.consent?.(true);
  vi.advanceTimersByTime(5000);
  expect(phone.batch.map((one) => one.type)).toEqual(["page"]);
  yutang.track?.("cart.added");
  yutang.optOut?.();
  vi.advanceTimersByTime(60_000);
  expect([phone.asked.length, phone.storage.size]).toEqual([1, 0]);
});
