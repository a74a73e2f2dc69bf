// A link is made, a page leads to it, a phone opens the page and adds: the visit is known.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, emulate, enter, look, rowTest, stage, until, url } from "./browser.mjs";

const here = stage();
const mark = Date.now().toString(36).slice(-5).toUpperCase();
const PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile MicroMessenger/8.0.49";

test("an ad's visitor is followed from the landing page to the member", async () => {
  const { page, problems, context } = await enter(here.browser, "/links");
  await page.getByRole("heading", { name: "获客链接" }).waitFor();
  await page.getByRole("button", { name: "新建获客链接" }).click();
  const drawer = page.locator(".ant-drawer").last();
  await drawer.getByRole("button", { name: "生成链接" }).click();
  await drawer.getByText("给链接起个名字").waitFor();
  await drawer.getByLabel("名称").fill(`信息流 ${mark}`);
  const [member] = (await here.api("GET", "/api/staff?limit=1")).items;
  await drawer.getByLabel("员工", { exact: true }).fill(member.name);
  const option = page.locator(
    ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option",
  );
  await option.filter({ hasText: member.name }).first().click();
  await page.keyboard.press("Escape");
  assert.deepEqual(await look(page, "link-drawer-zh"), []);
  await drawer.getByRole("button", { name: "生成链接" }).click();
  await drawn(page.getByRole("img", { name: `信息流 ${mark} 的二维码` }));
  assert.deepEqual(await look(page, "link-zh"), []);
  const link = Number(/links\/(\d+)/.exec(page.url())[1]);

  await page.goto(`${url}/posters`);
  await page.getByRole("button", { name: "新建落地页" }).click();
  await drawer.getByLabel("名称", { exact: true }).fill(`双十一 ${mark}`);
  await drawer.getByLabel("加到哪里").fill(mark);
  await option.filter({ hasText: mark }).first().click();
  await drawer.getByLabel("标题").first().fill("加顾问，领护肤指南");
  await drawer.getByLabel("要点").first().fill("一对一答疑\n到货先通知你");
  assert.deepEqual(await look(page, "landing-drawer-zh"), []);
  await drawer.getByRole("button", { name: "发布" }).click();
  const row = page.getByRole("row", { name: new RegExp(`双十一 ${mark}`) });
  await row.waitFor();
  const { items } = await here.api("GET", "/api/landing-pages");
  const landing = items.find((one) => one.channel_id === link);
  assert.ok(landing.weight_bytes < 100_000, `${landing.weight_bytes} bytes`);

  // The phone: the page in WeChat, then the button; the emulator plays WeCom's own page.
  const phone = await here.browser.newContext({
    userAgent: PHONE,
    viewport: { width: 375, height: 812 },
    locale: "zh-CN",
  });
  const screen = await phone.newPage();
  await screen.goto(`${landing.address}?utm_source=red&utm_campaign=11&clickid=${mark}`);
  await screen.getByRole("heading", { name: "加顾问，领护肤指南" }).waitFor();
  assert.deepEqual(await look(screen, "landing-phone-zh"), []);
  const wide = await screen.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `the landing page is ${wide} px too wide`);
  const target = await screen.getByRole("link", { name: "加企业微信好友" }).getAttribute("href");
  const led = await fetch(new URL(target, landing.address), {
    redirect: "manual",
    headers: { "User-Agent": PHONE },
  });
  await phone.close();
  await emulate(`corps/${here.corp.corpid}/open`, {
    url: led.headers.get("location"),
    person: { name: `林深 ${mark}` },
  });
  await until(async () => (await here.api("GET", `/api/links/${link}/visits`)).items.length === 1);

  await page.goto(`${url}/links/${link}?tab=visits`);
  const visit = page.getByRole("row", { name: new RegExp(`林深 ${mark}`) });
  await visit.waitFor();
  assert.match(await visit.innerText(), /red/);
  assert.match(await visit.innerText(), new RegExp(`clickid ${mark}`));
  assert.deepEqual(await look(page, "link-visits-zh"), []);
  await page.getByRole("tab", { name: "放到哪里" }).click();
  await page.getByText("weixin://biz/ww/profile/").waitFor();
  assert.deepEqual(await look(page, "link-snippets-zh"), []);

  await page.getByRole("tab", { name: "链接", exact: true }).click();
  await page.getByRole("button", { name: "现在读取" }).click();
  await page.getByText(/\d+ 人打开 · \d+ 位新客户/).waitFor();
  assert.deepEqual(await look(page, "link-counts-zh"), []);

  await page.goto(`${url}/posters?tab=short`);
  await page.getByRole("button", { name: "新建短链" }).click();
  await drawer.getByLabel("名称", { exact: true }).fill(`短信 ${mark}`);
  await drawer.getByLabel("落地页").click();
  await option.filter({ hasText: mark }).first().click();
  await drawer.getByRole("button", { name: "生成短链" }).click();
  await page.getByRole("row", { name: new RegExp(`短信 ${mark}`) }).waitFor();
  assert.deepEqual(await look(page, "short-links-zh"), []);
  await page.goto(`${url}/posters?tab=conversions`);
  await page.getByLabel("接收地址").fill("http://10.0.0.1/hook");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("这个地址不能用").waitFor();
  assert.deepEqual(await look(page, "conversions-zh"), []);
  assert.deepEqual(
    problems.filter((text) => !/status of 422/.test(text)),
    [],
  );
  await context.close();
});

const LATER = [
  ["en", 1024, 768],
  ["zh-CN", 375, 812],
];
for (const [at, [lang, width, height]] of LATER.entries()) {
  // Every row of it is a proof: the first test has looked at the pages already.
  rowTest(at + 1)(`links and landing pages in ${lang} at ${width}`, async () => {
    const how = { lang, width, height };
    const { page, problems, context } = await enter(here.browser, "/links", how);
    for (const path of [
      "/links",
      "/posters",
      "/posters?tab=short",
      "/posters?tab=conversions",
      "/links/999999",
    ]) {
      await page.goto(url + path);
      await page.locator(".page h1, .page .ant-alert").first().waitFor();
      await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
      const name = path.replaceAll(/\W+/g, "-");
      assert.deepEqual(await look(page, `links${name}-${lang}-${width}`), [], path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${path} is ${over} px too wide`);
    }
    assert.deepEqual(
      problems.filter((text) => !/status of 404/.test(text)),
      [],
    );
    await context.close();
  });
}
