// API quota: what a running company shows, a bad day, an empty one, and no answer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, launch, look, proof, rowTest, url } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const QUOTA = "**/api/wecom/quota";
const at = new Date("2026-11-26T06:36:02Z");
const after_ = (seconds) => new Date(at.getTime() + seconds * 1000).toISOString();
const calm = { welcome: 0, interactive: 0, scheduled: 0, bulk: 0 };
const use = (minute, hour) => [
  { seconds: 60, used: minute, limit: 10_000, free: 40 },
  { seconds: 3600, used: hour, limit: 150_000, free: 600 },
];
const api = (name, more) => ({
  path: `/cgi-bin/externalcontact/${name}`,
  windows: use(12, 4_000),
  at_once: null,
  under_way: 0,
  waits: [],
  brakes: [],
  ...more,
});

/** What the server answers on a day on which everything happens at once. */
const busy = {
  at: at.toISOString(),
  waiting: { ...calm, bulk: 16, interactive: 1 },
  apis: [
    api("batch/get_by_user", {
      windows: use(2_461, 147_218),
      waits: [{ urgency: "bulk", waiting: 16, reason: "quota", until: after_(1) }],
    }),
    api("mark_tag", {
      at_once: 4,
      under_way: 2,
      waits: [{ urgency: "interactive", waiting: 1, reason: "parallel", until: after_(0) }],
      brakes: [
        {
          kind: "slow",
          errcode: 45033,
          at_once: 2,
          strikes: 1,
          since: after_(-9),
          until: after_(51),
        },
      ],
    }),
    api("add_msg_template", {
      brakes: [
        {
          kind: "stop",
          errcode: 45009,
          at_once: null,
          strikes: 2,
          since: after_(-600),
          until: after_(3000),
        },
      ],
    }),
    api("send_welcome_msg"),
  ],
  runs: [
    {
      id: 3,
      kind: "sync.corp",
      path: "/cgi-bin/externalcontact/batch/get_by_user",
      state: "running",
      asked_by: "system",
      done: 1_300,
      total: 5_000,
      calls: 26_114,
      reason: null,
      started_at: after_(-2_400),
      updated_at: after_(-2),
      ended_at: null,
      ends_at: after_(6_832),
    },
    {
      id: 2,
      kind: "sync.corp",
      path: "/cgi-bin/externalcontact/batch/get_by_user",
      state: "failed",
      asked_by: "system",
      done: 200,
      total: 5_000,
      calls: 3_004,
      reason: "/cgi-bin/externalcontact/batch/get_by_user answered 48002: api forbidden",
      started_at: after_(-90_000),
      updated_at: after_(-86_000),
      ended_at: null,
      ends_at: null,
    },
  ],
  tokens: [{ agent_id: 1000002, fetched_at: after_(-720), expires_at: after_(6_480) }],
};
const empty = { at: at.toISOString(), apis: [], waiting: calm, runs: [], tokens: [] };

async function quota(answer, options) {
  const opened = await enter(browser, "/", options);
  if (answer) await opened.page.route(QUOTA, (route) => route.fulfill({ json: answer }));
  await opened.page.goto(`${url}/settings/quota`);
  await opened.page.locator(".quota").waitFor();
  return opened;
}

test("a running company's own figures, and they move", async () => {
  const { page, problems, context } = await quota();
  await page.getByText("一切畅通").waitFor();
  await page.locator('[data-path="/cgi-bin/externalcontact/batch/get_by_user"]').waitFor();
  const run = page.locator("[data-run]", { hasText: "同步整个企业" }).first();
  await run.locator("text=已完成").waitFor();
  await page
    .getByText(/到期前 5 分钟自动更新/)
    .first()
    .waitFor();
  const seen = await page.locator(".page-head .num").innerText();
  await page.waitForFunction(
    (before) => document.querySelector(".page-head .num")?.textContent !== before,
    seen,
  );
  assert.deepEqual(await look(page, "quota-zh"), []);
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});

for (const [at, [lang, width]] of [
  ["zh-CN", 1440],
  ["en", 375],
].entries()) {
  rowTest(at)(`a bad day in ${lang} at ${width}`, async () => {
    const { page, context } = await quota(busy, {
      lang,
      width,
      height: width === 375 ? 1900 : 1200,
    });
    const stopped = page.locator('[data-kind="stop"]');
    assert.match(await stopped.innerText(), /45009/);
    assert.match(await stopped.innerText(), /15:26:02|07:26:02/);
    await page.locator('[data-run="3"]', { hasText: "26 %" }).waitFor();
    assert.match(await page.locator('[data-run="2"]').innerText(), /48002/);
    const words = await page.locator(".quota").innerText();
    if (lang === "en") assert.doesNotMatch(words, /[\u4e00-\u9fff]/);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `the page is ${over} px too wide`);
    assert.deepEqual(await look(page, `quota-busy-${lang}-${width}`), []);
    await context.close();
  });
}

proof("before anything was called the page says so", async () => {
  const { page, context } = await quota(empty);
  await page.getByText("最近 24 小时没有调用过企业微信").waitFor();
  await page.getByText("还没有批量工作").waitFor();
  assert.deepEqual(await look(page, "quota-empty-zh"), []);
  await context.close();
});

proof("no answer is told, and the next one mends it", async () => {
  const { page, context } = await enter(browser, "/");
  await page.route(QUOTA, (route) => route.fulfill({ status: 500, json: {} }));
  await page.goto(`${url}/settings/quota`);
  await page.getByText("没能读到接口额度").waitFor({ timeout: 20_000 });
  assert.deepEqual(await look(page, "quota-error-zh"), []);
  await page.unroute(QUOTA);
  await page.getByRole("button", { name: "重试" }).click();
  await page.locator(".quota").waitFor();
  await context.close();
});

const lost = (id, state, more) => ({
  id,
  kind: "broadcast",
  state,
  about: "周五上新，到店有礼",
  reason: null,
  tries: 1,
  has_id: true,
  first_sent_at: after_(-1200),
  ...more,
});

for (const [at, [lang, width]] of [
  ["en", 375],
  ["zh-CN", 1280],
].entries()) {
  rowTest(at)(`calls of unknown outcome wait for a person in ${lang} at ${width}`, async () => {
    const { page, context } = await enter(browser, "/", { lang, width, height: 1200 });
    const asked = [];
    let left = [lost(7, "undecided"), lost(8, "unknown", { kind: "moment" })];
    await page.route("**/api/wecom/deeds", (route) =>
      route.fulfill({ json: { items: left, undecided: 1, spares: 2 } }),
    );
    await page.route("**/api/wecom/deeds/7/decision", (route) => {
      asked.push(route.request().postDataJSON());
      left = left.slice(1);
      return route.fulfill({ status: 204 });
    });
    await page.goto(`${url}/settings/quota`);
    const deed = page.locator('[data-deed="7"]');
    await deed.waitFor();
    assert.equal(await page.locator('[data-deed="8"]').getByRole("button").count(), 0);
    const [made] = await deed.getByRole("button").all();
    assert.ok(await made.isDisabled());
    assert.deepEqual(await look(page, `quota-deeds-${lang}-${width}`), []);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `the page is ${over} px too wide`);
    await deed.getByRole("textbox").fill("msgAAA");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await deed.waitFor({ state: "detached" });
    assert.deepEqual(asked, [{ made: true, result_id: "msgAAA" }]);
    await context.close();
  });
}
