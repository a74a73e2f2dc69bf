// A gift is made and filled, a new friend takes it on his phone; its touchpoint shows hook and gaps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, rowTest, scan, stage, until, url } from "./browser.mjs";

const here = stage();
const run = Date.now().toString(36);
const name = `小满 ${run}`;

/** A code that WeCom made. */
async function code() {
  const { items } = await here.api("GET", "/api/staff?limit=1");
  const body = { name: `包裹卡 ${run}`, staff_ids: [items[0].id], tag_ids: [] };
  const { id } = await here.api("POST", "/api/channels", body);
  return until(async () => {
    const made = await here.api("GET", `/api/channels/${id}`);
    return made.status === "active" ? made : null;
  });
}

const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("a gift is made, filled, published, taken on a phone and seen as taken", async () => {
  const channel = await code();
  const { page, problems, context } = await enter(here.browser, "/gifts");
  await page.getByRole("heading", { name: "加好友有礼" }).waitFor();
  await page.getByRole("button", { name: "新建加好友礼" }).first().click();
  const drawer = page.locator(".ant-drawer").last();
  await drawer.getByRole("button", { name: "存为草稿" }).click();
  await drawer.getByText("写上名称").waitFor();
  await drawer.getByLabel("名称").fill(`试用装 ${run}`);
  await drawer.getByLabel("给客户的说明（选填）").fill("到店领一份试用装");
  await drawer.getByLabel("每份成本（元）（选填）").fill("8.5");
  await drawer.getByRole("switch", { name: "让客户看到剩余数" }).click();
  assert.deepEqual(await look(page, "gifts-drawer-zh"), []);
  await drawer.getByRole("button", { name: "存为草稿" }).click();
  await page.waitForURL(/\/gifts\/\d+/);
  await page.getByRole("heading", { name: `试用装 ${run}` }).waitFor();
  assert.ok(await page.getByRole("button", { name: "发布" }).isDisabled());

  await page.getByRole("button", { name: "上传券码" }).click();
  const dialog = page.getByRole("dialog", { name: /上传券码/ });
  await dialog.locator("input[type=file]").setInputFiles({
    name: "码.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(`${run}-1\n${run}-2\n${run}-2\n坏 码\n`),
  });
  await dialog.getByText("新增 2 个，现在共 2 个").waitFor();
  await dialog.getByText("第 4 行").waitFor();
  assert.deepEqual(await look(page, "gifts-codes-zh"), []);
  await dialog.getByRole("button", { name: "关闭" }).last().click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "发布" }).click();
  await page.getByText("已发布，把领取链接放进欢迎语").waitFor();
  const link = await page.locator(".gifts-link code").innerText();
  const path = link.slice(link.indexOf("/h/gift/"));

  const { external_userid } = await scan(channel.qr_content, name);
  await until(async () => {
    const found = await here.api("GET", `/api/customers?q=${encodeURIComponent(name)}`);
    return found.items.find((one) => one.name === name);
  });
  const phone = await here.browser.newContext({
    viewport: { width: 375, height: 760 },
    locale: "zh-CN",
    reducedMotion: "reduce",
  });
  phone.setDefaultTimeout(60_000);
  const his = await phone.newPage();
  await his.goto(url + path);
  await his.getByRole("link", { name: "用微信登录领取" }).waitFor();
  assert.deepEqual(await look(his, "gifts-phone-open-zh"), []);
  await his.goto(`${url}/h/sign-in?to=${path}`);
  const state = new URL(his.url()).searchParams.get("state");
  const who = { external_userid };
  const { code: told } = await emulate(`corps/${here.corp.corpid}/oauth`, who);
  await his.goto(`${url}/h/signed-in?code=${told}&state=${state}`);
  await his.getByRole("button", { name: "领取" }).click();
  await his.getByText("领到了，这是你的码").waitFor();
  assert.equal(await his.locator("#code").innerText(), `${run}-1`);
  await his.getByText("还剩 1 份").waitFor();
  assert.ok((await wide(his)) <= 0, "the page is too wide");
  assert.deepEqual(await look(his, "gifts-phone-code-zh"), []);
  await his.getByRole("link", { name: "English" }).click();
  await his.getByText("here is your code").waitFor();
  assert.deepEqual(await look(his, "gifts-phone-code-en"), []);
  await phone.close();

  await page.getByRole("button", { name }).waitFor();
  await page.getByText("已领 1，共 2").waitFor();
  assert.deepEqual(await look(page, "gifts-one-zh"), []);

  await page.goto(`${url}/touchpoints?peek=new`);
  await drawer.getByLabel("名称").fill(`包裹卡 ${run}`);
  await drawer.getByLabel("客户得到什么").fill("扫码领试用装");
  await drawer.getByLabel("活码（选填）").fill(channel.name);
  await page.locator(".ant-select-item-option", { hasText: channel.name }).first().click();
  assert.deepEqual(await look(page, "touchpoints-drawer-zh"), []);
  await drawer.getByRole("button", { name: "登记触点" }).click();
  const row = page.getByRole("row", { name: new RegExp(run) });
  await row.getByText("没人负责").waitFor();
  await drawer.waitFor({ state: "detached" });
  assert.deepEqual(await look(page, "touchpoints-zh"), []);

  await page.getByRole("button", { name: "导入", exact: true }).click();
  const upload = page.getByRole("dialog", { name: "导入触点" });
  const sheet = (text) => ({
    name: "触点.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  const input = upload.locator("input[type=file]");
  await input.setInputFiles(sheet(`触点名称,活码\n立牌 ${run},没有\n`));
  await upload.getByText("没有这个活码").waitFor();
  assert.ok(await upload.getByRole("button", { name: "导入触点" }).isDisabled());
  assert.deepEqual(await look(page, "touchpoints-import-zh"), []);
  await input.setInputFiles(sheet(`触点名称,类型\n立牌 ${run},门口\n包裹卡 ${run},包裹卡\n`));
  await upload.getByText("2 行：新建 1 个，更新 0 个，不变 1 个").waitFor();
  await upload.getByRole("button", { name: "导入 1 行" }).click();
  await page.getByText("新建了 1 个，更新了 0 个").waitFor();
  await page.getByRole("row", { name: new RegExp(`立牌 ${run}`) }).waitFor();
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});

for (const [at, [lang, width]] of [
  ["en", 1024],
  ["zh-CN", 375],
].entries()) {
  rowTest(at + 1)(`the pages in ${lang} at ${width}`, async () => {
    const { page, context } = await enter(here.browser, "/gifts", { lang, width });
    for (const path of ["/gifts", "/gifts?tab=takers", "/gifts?tab=outsiders", "/touchpoints"]) {
      await page.goto(url + path);
      await page.locator(".page h1").waitFor();
      await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
      assert.ok((await wide(page)) <= 0, `${path} is too wide`);
      const shot = `gifts${path.replace(/\W+/g, "-")}-${lang}-${width}`;
      assert.deepEqual(await look(page, shot, { except: [".ant-tabs"] }), []);
    }
    await context.close();
  });
}
