// Every page of the admin, in both languages: axe, console, width, words, keyboard, bad moments.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { admin, enter, launch, look, open, rowTest, scan, signIn, until, url } from "./browser.mjs";

let browser;
let customer;
let code;

before(async () => {
  browser = await launch();
  const api = await admin();
  const [staff, tags] = [await api("GET", "/api/staff?limit=1"), await api("GET", "/api/tags")];
  const { id } = await api("POST", "/api/channels", {
    name: "门店台卡",
    staff_ids: [staff.items[0].id],
    tag_ids: [tags.items[0].tags[0].id],
    welcome: { text: "你好 {name}", text_nameless: "你好", attachments: [] },
  });
  code = await until(async () => {
    const made = await api("GET", `/api/channels/${id}`);
    return made.status === "active" ? made : null;
  });
  await scan(code.qr_content, "豆豆妈🌸");
  customer = await until(async () => {
    const { items } = await api("GET", `/api/adds?channel_id=${id}`);
    return items.find((add) => add.outcome === "sent" && add.customer)?.customer;
  });
});
after(() => browser.close());

// The browser itself logs each answer of 4xx; the first one asks who is signed in.
const own = (problems) => problems.filter((text) => !/status of 401/.test(text));
const CHINESE = /[\u3400-\u9fff]/;

/** Our own words on a page: what people and companies are called is left out. */
async function words(page) {
  const texts = await page
    .locator(
      "h1, h2, h3:not(.field-group), th, dt:not(.fact dt), legend, label, .side-link, .day-tile-name, .ant-segmented-item-label," +
        " .meta:not(.side-head .meta, td .meta), .empty, button:not(.link, .me, .ant-btn-text, .ant-tag)",
    )
    .allInnerTexts();
  return texts.map((text) => text.trim()).filter(Boolean);
}

const pages = () => [
  ["/", "overview"],
  ["/customers", "customers"],
  [`/customers?q=${encodeURIComponent("不会有人叫这个")}&state=half`, "customers-none"],
  [`/customers/${customer.id}`, "customer"],
  ["/customers/999999", "customer-unknown"],
  ["/codes", "codes-list"],
  ["/welcomes", "welcomes"],
  ["/welcomes?tab=adds", "adds"],
  ["/welcomes?on=2026-01-02", "welcomes-none"],
  ["/settings/quota", "quota"],
  ["/settings/callbacks", "callbacks"],
  ["/settings/callbacks?status=done", "callbacks-done"],
  ["/help/how-to/connect-a-corp", "help"],
];

// Names that people chose stand in Chinese on an English page too.
const NAMES = /门店|豆豆妈|演示|青禾|不会有人叫这个|台卡|南山|滨江|人民路|大学城|自检/;

for (const [at, [lang, width, height]] of [
  ["zh-CN", 1440, 900],
  ["en", 1024, 768],
].entries()) {
  rowTest(at)(`each page in ${lang} at ${width}`, async () => {
    const { page, problems, context } = await enter(browser, "/", { lang, width, height });
    for (const [path, name] of pages()) {
      await page.goto(url + path);
      await page.locator(".page h1, .page h2, .page .ant-alert").first().waitFor();
      await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
      const found = await look(page, `${name}-${lang}-${width}`);
      assert.deepEqual(found, [], path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${path} is ${over} px too wide`);
      if (lang === "en") {
        const chinese = (await words(page)).filter((text) => CHINESE.test(text));
        assert.deepEqual(
          chinese.filter((text) => !NAMES.test(text)),
          [],
          path,
        );
      }
    }
    // The unknown customer's 404 is logged by the browser too.
    assert.deepEqual(
      own(problems).filter((text) => !/status of 404/.test(text)),
      [],
    );
    await context.close();
  });
}

test("a wrong password is refused in words", async () => {
  const { page, context } = await open(browser);
  await page.locator('input[autocomplete="username"]').fill("nobody");
  await page.locator('input[autocomplete="current-password"]').fill("wrong wrong");
  await page.keyboard.press("Enter");
  await page.getByText("账号或密码不对").waitFor();
  assert.deepEqual(await look(page, "sign-in-zh"), []);
  await context.close();
});

test("the keyboard alone finds a customer", async () => {
  const { page, problems, context } = await enter(browser, "/");
  await page.locator(".day-tiles").waitFor();
  const seen = [];
  for (let step = 0; step < 11; step += 1) {
    await page.keyboard.press("Tab");
    seen.push(
      await page.evaluate(() => {
        const at = document.activeElement;
        return at?.getAttribute("aria-label") ?? at?.textContent?.trim();
      }),
    );
  }
  assert.deepEqual(seen.slice(0, 8), [
    "跳到正文",
    "概览",
    "客户",
    "客户群",
    "获客",
    "合规",
    "数据",
    "设置",
  ]);
  assert.equal(seen[9], "任务");
  // What this demo was told depends on what ran before.
  assert.match(seen[10], /^通知，.*没有要处理的事$/);
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(ring, "none");

  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: "昵称、备注、完整手机号、客户 ID 或群名" });
  await box.waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
  await page.keyboard.type("豆豆妈");
  await page.locator(".found-row.on", { hasText: "豆豆妈🌸" }).waitFor();
  assert.deepEqual(await look(page, "search-zh"), []);
  await page.keyboard.press("Enter");
  await page.locator("h1", { hasText: "豆豆妈🌸" }).waitFor();
  await page.locator(".life", { hasText: "欢迎语" }).first().waitFor();
  assert.deepEqual(own(problems), []);
  await context.close();
});

test("filters live in the address and say what dropping one would find", async () => {
  const { page, problems, context } = await enter(
    browser,
    `/customers?channel=${code.id}&state=lost`,
  );
  await page.getByText("没有符合条件的客户").waitFor();
  await page.getByRole("button", { name: "去掉「状态 已流失」有 1 位" }).click();
  await page.locator("tr", { hasText: "豆豆妈🌸" }).waitFor();
  assert.match(page.url(), /channel=\d+$/);
  await page.getByRole("textbox", { name: "昵称、拼音、备注、完整手机号" }).fill("豆豆");
  await page.waitForURL(/q=/);
  await page.getByRole("button", { name: "条件", exact: true }).click();
  await page.locator(".add-filter").waitFor();
  assert.deepEqual(await look(page, "customers-filter-zh"), []);
  await page.goBack();
  await page.goBack();
  await page.getByText("没有符合条件的客户").waitFor();
  assert.deepEqual(own(problems), []);
  await context.close();
});

test("a lost network and an ended session are told, and nothing is lost", async () => {
  const { page, context } = await enter(browser, `/customers?q=${encodeURIComponent("豆豆")}`);
  await page.locator("tr", { hasText: "豆豆妈🌸" }).waitFor();
  await context.setOffline(true);
  await page.getByText("网络断开，显示的是上次的内容").waitFor();
  await page.locator("tr", { hasText: "豆豆妈🌸" }).waitFor();
  assert.deepEqual(await look(page, "offline-zh"), []);
  await context.setOffline(false);
  await page.getByText("网络断开").waitFor({ state: "detached" });

  await context.clearCookies();
  await page.getByRole("link", { name: "概览" }).click();
  await page.getByText("登录已过期").waitFor();
  assert.deepEqual(await look(page, "expired-zh"), []);
  await signIn(page);
  await page.locator(".day-tiles").waitFor();
  await context.close();
});

test("a list of ten thousand draws only what is in view", async () => {
  const { page, problems, context } = await enter(browser, "/");
  const { items } = await (await page.request.get(`${url}/api/adds?limit=1`)).json();
  const [one] = items;
  const rows = Array.from({ length: 10_000 }, (_, at) => ({
    ...one,
    id: 10_000 - at,
    customer: { ...one.customer, name: `第 ${at + 1} 位` },
  }));
  // Ten thousand real adds would take minutes; the answer's shape is the server's own.
  await page.route("**/api/adds?*", (route) =>
    route.fulfill({ json: { items: rows, next: null, as_of: new Date().toISOString() } }),
  );
  await page.goto(`${url}/welcomes?tab=adds`);
  await page.getByText("第 1 位", { exact: true }).waitFor();
  const box = page.locator(".ant-table-tbody-virtual-holder");
  const drawn = () => page.locator(".ant-table-row").count();
  assert.ok((await drawn()) < 60, `${await drawn()} rows are drawn`);
  await box.evaluate((node) => node.scrollTo(0, node.scrollHeight));
  await page.getByText("第 10000 位", { exact: true }).waitFor();
  assert.ok((await drawn()) < 60, `${await drawn()} rows are drawn`);
  assert.deepEqual(own(problems), []);
  await context.close();
});
