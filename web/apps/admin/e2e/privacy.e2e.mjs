// A person refuses by his own page, his data goes out, and he is erased; the privacy page tells.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, proof, stage, until, url } from "./browser.mjs";

const here = stage();
const api = (...asked) => here.api(...asked);
const run = Date.now().toString(36);
const quiet = (problems) => problems.filter((text) => !/status of (401|404)/.test(text));

/** Somebody of this run only adds a member. */
async function newcomer(name) {
  const { items } = await api("GET", "/api/staff");
  const person = { unionid: `o-${run}-${name}`, name };
  await emulate(`corps/${here.corp.corpid}/add`, { userid: items[0].account, person });
  return until(async () => {
    const found = await api("GET", `/api/customers?q=${encodeURIComponent(name)}`);
    return found.items.find((one) => one.name === name);
  });
}

test("a person refuses on his phone and is erased; nothing of him is left on the pages", async () => {
  const name = `小池 ${run}`;
  const customer = await newcomer(name);
  const { page, problems, context } = await enter(here.browser, `/customers/${customer.id}`);
  await page.getByText("可以给他发营销信息").waitFor();
  assert.deepEqual(await look(page, "privacy-person-zh"), []);

  const { refuse_link: link } = await api("GET", `/api/privacy/customers/${customer.id}`);
  const phone = await here.browser.newContext({
    viewport: { width: 375, height: 720 },
    locale: "zh-CN",
    javaScriptEnabled: true,
  });
  const his = await phone.newPage();
  await his.goto(`${url}${new URL(link).pathname}`);
  await his.getByRole("button", { name: "不再接收" }).waitFor();
  assert.deepEqual(await look(his, "privacy-refuse-zh"), []);
  await his.getByRole("button", { name: "不再接收" }).click();
  await his.getByRole("button", { name: "恢复接收" }).waitFor();
  await his.getByRole("link", { name: "English" }).click();
  await his.getByRole("button", { name: "Allow them again" }).waitFor();
  const wide = await his.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `the page is ${wide} px too wide`);
  assert.deepEqual(await look(his, "privacy-refused-en"), []);
  await phone.close();
  await page.reload();
  await page.getByText("他拒绝了营销信息").waitFor();

  await page.getByRole("button", { name: "导出他的数据" }).click();
  await page.getByLabel("原因").fill("客户本人来电");
  await page.getByRole("button", { name: "导出资料" }).click();
  await page.getByText("正在写文件").waitFor();
  await page.getByRole("button", { name: "去导出登记下载" }).click();
  const line = page.locator("tr", { hasText: "一个客户的全部资料" }).first();
  await line.getByRole("link", { name: "下载" }).waitFor();
  assert.deepEqual(await look(page, "privacy-exports-zh"), []);

  await page.goto(`${url}/customers/${customer.id}`);
  await page.getByRole("button", { name: "删除他" }).click();
  await page.getByLabel("原因").fill("客户本人来电");
  await page.getByRole("button", { name: "看看会删除什么" }).click();
  await page.getByText("会留下").waitFor();
  assert.equal(await page.getByRole("button", { name: "永久删除" }).isDisabled(), true);
  assert.deepEqual(await look(page, "privacy-erase-zh"), []);
  await page.getByLabel(/确认永久删除/).fill(name);
  await page.getByRole("button", { name: "永久删除" }).click();
  const row = page.locator("tr", { hasText: `已删除的客户 ${customer.id}` });
  await row.getByRole("link", { name: "打开证明" }).waitFor();
  assert.deepEqual(await look(page, "privacy-erasures-zh"), []);
  const proof = await page.request.get(
    await row
      .getByRole("link")
      .getAttribute("href")
      .then((path) => `${url}${path}`),
  );
  assert.ok(!(await proof.text()).includes(name));
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

proof("purposes and how long data is kept are set, in Chinese and English", async () => {
  const { page, problems, context } = await enter(here.browser, "/privacy");
  await page.getByRole("button", { name: "加一个用途" }).click();
  await page.getByLabel("代号").fill(`p${run}`);
  await page.getByLabel("中文名").fill(`生日祝福 ${run}`);
  await page.getByLabel("英文名").fill(`Birthdays ${run}`);
  await page.getByLabel("告知内容（中文）").fill("我们会在生日当天问候你");
  await page.getByLabel("同意的有效期").fill("24");
  assert.deepEqual(await look(page, "privacy-purpose-zh"), []);
  await page.getByRole("button", { name: "保存" }).click();
  await page
    .locator("tr", { hasText: `生日祝福 ${run}` })
    .getByText("24 个月")
    .waitFor();
  assert.deepEqual(await look(page, "privacy-purposes-zh"), []);

  await page.getByRole("tab", { name: "留多久" }).click();
  await page.getByRole("button", { name: "修改「跟进记录」留多久" }).click();
  await page.getByText("到期删除").click();
  await page.getByLabel("留多久").last().fill("730");
  assert.deepEqual(await look(page, "privacy-keep-zh"), []);
  await page.getByRole("button", { name: "保存期限" }).click();
  await page.locator("tr", { hasText: "跟进记录" }).getByText("730 天").waitFor();
  assert.deepEqual(quiet(problems), []);
  await context.close();

  const english = await enter(here.browser, "/privacy?part=retention", { lang: "en", width: 1024 });
  await english.page.getByRole("columnheader", { name: "Goes next" }).waitFor();
  const over = await english.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `the page is ${over} px too wide`);
  assert.deepEqual(await look(english.page, "privacy-retention-en-1024"), []);
  await english.page.route("**/api/privacy/erasures*", (route) => route.abort());
  await english.page.getByRole("tab", { name: "Requests to erase" }).click();
  await english.page.getByText("Could not load the requests").waitFor({ timeout: 120_000 });
  await english.context.close();
});
