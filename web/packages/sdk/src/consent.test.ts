import { expect, test } from "vitest";
import { FakeBrowser } from "./faking.ts";
import { type Change, type Options, Tracker } from "./tracker.ts";

function made(browser: FakeBrowser, more: Partial<Options> = {}) {
  const changes: Change[] = [];
  const options = { key: "yk_1", endpoint: "https://yutang.example.com", ...more };
  const tracker = new Tracker(options, browser, (change) => changes.push(change));
  tracker.start();
  return { tracker, changes };
}

test("before a yes nothing is stored, sent or even numbered", async () => {
  const browser = new FakeBrowser();
  const { tracker, changes } = made(browser);
  tracker.track("cart.added");
  tracker.alias("M1");
  tracker.leave();
  await browser.pass(60_000);
  expect([browser.posts, browser.beacons, changes]).toEqual([[], [], []]);
  expect(browser.local.length).toBe(0);
  expect(tracker.device).toBe("");
});

test("after a yes it begins, knows who it is, and the next page asks no more", async () => {
  const browser = new FakeBrowser();
  const { tracker, changes } = made(browser, { consent: "required" });
  tracker.track("cart.added");
  tracker.identify("M1", { unionid: "u1", phone: "", name: "王" });
  tracker.consent(true);
  tracker.consent(true);
  tracker.track("cart.removed");
  await browser.pass(5000);
  expect(changes).toEqual(["begin"]);
  expect(browser.events).toEqual(["identify", "cart.removed"]);
  const [said] = browser.posts[0]?.batch ?? [];
  expect([said?.userId, said?.ids]).toEqual(["M1", { unionid: "u1" }]);
  expect(said?.anonymousId).toBe(tracker.device);
  expect(made(browser).changes).toEqual(["begin"]);
});

test("a no deletes all of it, at once and for good", async () => {
  const browser = new FakeBrowser();
  browser.local.setItem("cart", "the site's own");
  const { tracker, changes } = made(browser, { consent: "given" });
  tracker.visit("?utm_source=wechat");
  tracker.track("cart.added");
  expect(browser.local.length).toBe(4);
  tracker.consent(false);
  tracker.track("cart.added");
  tracker.leave();
  await browser.pass(60_000);
  expect([browser.posts, browser.beacons, changes]).toEqual([[], [], ["begin", "end"]]);
  expect([...browser.local.kept]).toEqual([
    ["cart", "the site's own"],
    ["_yt.consent", "no"],
  ]);
  expect(made(browser, { consent: "given" }).tracker.allowed).toBe(false);
});

test("a no in one tab is a no in all", async () => {
  const browser = new FakeBrowser();
  const { tracker: one } = made(browser, { consent: "given" });
  const { tracker: other } = made(browser, { consent: "given" });
  one.consent(false);
  other.track("cart.added");
  await browser.pass(60_000);
  expect([browser.posts, browser.local.length]).toEqual([[], 1]);
});

test("where silence is a no, not even the no is stored", () => {
  const browser = new FakeBrowser();
  const { tracker } = made(browser, { consent: "required" });
  tracker.consent(true);
  const device = tracker.device;
  tracker.consent(false);
  expect(browser.local.length).toBe(0);
  tracker.consent(true);
  expect(tracker.device).not.toBe(device);
});

test("do not track is a no where the site wants it so", async () => {
  const browser = new FakeBrowser();
  browser.dislikes = true;
  const { tracker } = made(browser, { consent: "given", respectDoNotTrack: true });
  tracker.track("cart.added");
  tracker.consent(true);
  await browser.pass(60_000);
  expect([browser.posts, browser.local.length]).toEqual([[], 0]);
  expect(made(browser, { consent: "given" }).tracker.allowed).toBe(true);
});

test("another person at the same device has another number", () => {
  const browser = new FakeBrowser();
  const { tracker } = made(browser, { consent: "given" });
  const device = tracker.device;
  tracker.reset();
  expect(tracker.device).not.toBe(device);
});
