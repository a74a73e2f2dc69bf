import { expect, test } from "vitest";
import { FakeBrowser } from "./faking.ts";
import { MOST_WAITING } from "./queue.ts";
import { type Options, Tracker } from "./tracker.ts";

const AT = { key: "yk_1", endpoint: "https://yutang.example.com/", consent: "given" } as const;

function started(browser: FakeBrowser, more: Partial<Options> = {}): Tracker {
  const tracker = new Tracker({ ...AT, ...more }, browser, () => {});
  tracker.start();
  return tracker;
}

function waiting(browser: FakeBrowser): number {
  return [...browser.local.kept.keys()].filter((key) => key.startsWith("_yt.q.")).length;
}

test("five seconds of events go in one request, with the key and whose they are", async () => {
  const browser = new FakeBrowser();
  const tracker = started(browser);
  tracker.track("cart.added", { sku: "A1" });
  tracker.track("cart.removed");
  await browser.pass(4999);
  expect(browser.posts).toEqual([]);
  await browser.pass(1);
  expect(browser.posts).toHaveLength(1);
  const [{ writeKey, sentAt, batch }] = browser.posts as [(typeof browser.posts)[0]];
  expect([writeKey, sentAt]).toEqual(["yk_1", "2026-11-27T08:00:05.000Z"]);
  expect(batch[0]).toEqual({
    type: "track",
    messageId: "id-2",
    timestamp: "2026-11-27T08:00:00.000Z",
    anonymousId: "id-1",
    event: "cart.added",
    properties: { sku: "A1" },
  });
  expect(batch.map((one) => one.event)).toEqual(["cart.added", "cart.removed"]);
  expect(waiting(browser)).toBe(0);
});

test("twenty events wait no longer, and no request holds more", async () => {
  const browser = new FakeBrowser();
  const tracker = started(browser);
  for (let number = 0; number < 45; number++) tracker.track(`custom.${number}`);
  await browser.pass(0);
  expect(browser.posts.map((sent) => sent.batch.length)).toEqual([20, 20, 5]);
  expect(browser.events).toEqual(Array.from({ length: 45 }, (_, number) => `custom.${number}`));
});

test("what was not sent goes from the next page", async () => {
  const browser = new FakeBrowser();
  browser.connected = false;
  started(browser).track("cart.added");
  await browser.pass(60_000);
  expect(browser.posts).toEqual([]);
  browser.connected = true;
  started(browser);
  await browser.pass(0);
  expect(browser.events).toEqual(["cart.added"]);
});

test("as long as the collector says it is left alone, on the next page as well", async () => {
  const browser = new FakeBrowser();
  browser.answers = [{ status: 429, retryAfter: "30" }];
  started(browser).track("cart.added");
  await browser.pass(5000);
  expect(browser.posts).toHaveLength(1);
  started(browser);
  await browser.pass(29_999);
  expect(browser.posts).toHaveLength(1);
  await browser.pass(5000);
  expect(browser.posts).toHaveLength(2);
  expect(browser.posts[1]?.batch).toEqual(browser.posts[0]?.batch);
  expect(waiting(browser)).toBe(0);
});

test("without a word it is asked again later and later", async () => {
  const browser = new FakeBrowser();
  browser.answers = Array.from({ length: 5 }, () => ({ status: 503 }));
  const tracker = started(browser);
  tracker.track("cart.added");
  const times: number[] = [];
  let seen = 0;
  for (let second = 0; second < 120; second++) {
    await browser.pass(1000);
    if (browser.posts.length > seen) times.push(second + 1);
    seen = browser.posts.length;
  }
  const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(waits).toEqual([5, 5, 8, 16, 32]);
  expect(new Set(browser.posts.map((sent) => sent.batch[0]?.messageId)).size).toBe(1);
});

test("a dead line keeps everything; a batch nobody will ever take goes", async () => {
  const browser = new FakeBrowser();
  browser.answers = [{ status: 0 }, { status: 401 }, { status: 403 }];
  const tracker = started(browser);
  tracker.track("cart.added");
  await browser.pass(15_000);
  expect(waiting(browser)).toBe(1);
  browser.answers = [{ status: 422 }];
  await browser.pass(60_000);
  expect(waiting(browser)).toBe(0);
});

test("a page that closes sends without an answer, and again later under the same id", async () => {
  const browser = new FakeBrowser();
  const tracker = started(browser);
  tracker.track("page.clicked");
  tracker.leave();
  tracker.leave();
  expect(browser.beacons).toHaveLength(1);
  const next = started(browser);
  next.track("page.left");
  await browser.pass(5000);
  expect(browser.events).toEqual(["page.left"]);
  await browser.pass(60_000);
  next.track("cart.added");
  await browser.pass(5000);
  expect(browser.events).toEqual(["page.left", "page.clicked", "cart.added"]);
  expect(browser.posts[1]?.batch[0]?.messageId).toBe(browser.beacons[0]?.batch[0]?.messageId);
  expect(waiting(browser)).toBe(0);
});

test("what went too long ago to be told from a second one does not go again", async () => {
  const browser = new FakeBrowser();
  const tracker = started(browser);
  tracker.track("page.clicked");
  tracker.leave();
  browser.at += 7 * 86_400_000;
  started(browser);
  await browser.pass(5000);
  expect(browser.posts).toEqual([]);
  expect(waiting(browser)).toBe(0);
});

test("offline nothing is thrown away as a page closes", () => {
  const browser = new FakeBrowser();
  const tracker = started(browser);
  browser.connected = false;
  tracker.track("page.left");
  tracker.leave();
  expect(browser.beacons).toEqual([]);
  expect(waiting(browser)).toBe(1);
});

test("storage that is refused or full is done without", async () => {
  for (const trouble of ["refused", "full"] as const) {
    const browser = new FakeBrowser();
    if (trouble === "refused") browser.refused = true;
    else browser.local.full = true;
    const tracker = started(browser);
    tracker.track("cart.added");
    tracker.track("cart.removed");
    await browser.pass(5000);
    expect(browser.events).toEqual(["cart.added", "cart.removed"]);
    const devices = browser.posts[0]?.batch.map((one) => one.anonymousId);
    expect(new Set(devices).size).toBe(1);
    expect(browser.local.length).toBe(0);
  }
});

test("a site that sends and sends offline keeps the newest thousand", () => {
  const browser = new FakeBrowser();
  browser.connected = false;
  const tracker = started(browser);
  for (let number = 0; number < MOST_WAITING + 3; number++) {
    tracker.track(`custom.${number}`);
    browser.at += 1;
  }
  expect(waiting(browser)).toBe(MOST_WAITING - 48);
  const names = [...browser.local.kept.values()].join();
  expect(names).not.toContain('"custom.50"');
  expect(names).toContain('"custom.51"');
  expect(names).toContain('"custom.1002"');
});

test("what no collector would take is said at once, and the rest goes", async () => {
  const browser = new FakeBrowser();
  const tracker = started(browser);
  tracker.track("custom.long", { text: "长".repeat(9000) });
  tracker.track("custom.short");
  await browser.pass(5000);
  expect(browser.events).toEqual(["custom.short"]);
  expect(browser.told).toEqual([["too long, not sent", "custom.long"]]);
});
