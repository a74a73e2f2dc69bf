// A page code's life: made with a rule, opened on a phone, its code pressed long, counted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulator, enter, look, open, rowTest, stage, until, url } from "./browser.mjs";

const here = stage();
const run = Date.now().toString(36);
const NAME = `展会 ${run}`;
const own = (problems) => problems.filter((text) => !/status of 401/.test(text));
const wide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("a page code is made, opened on a phone and counted", async () => {
  const { page, problems, context } = await enter(here.browser, "/codes/new");
  await page.getByText("页面码", { exact: true }).click();
  await page.getByLabel("名称").fill(NAME);
  await page.getByRole("button", { name: "选员工" }).click();
  const dialog = page.getByRole("dialog", { name: "选接待员工" });
  for (const n of [0, 1]) {
    await dialog.locator(".picker-staff .ant-checkbox-wrapper").nth(n).click();
  }
  await dialog.getByRole("button", { name: "用这 2 位员工" }).click();
  await page.getByText("按权重", { exact: true }).click();
  await page
    .getByRole("spinbutton", { name: /的权重$/ })
    .first()
    .fill("3");
  await page
    .getByRole("spinbutton", { name: /每天最多新增$/ })
    .last()
    .fill("40");
  await page.getByRole("button", { name: "试算" }).click();
  await page.getByText(/200 人打开/).waitFor();
  assert.deepEqual(await look(page, "pagecodes-new-zh"), []);
  await page.screenshot({
    path: `${process.env.YUTANG_E2E_SHOTS ?? "test-results"}/pagecodes-new-whole-zh.png`,
    fullPage: true,
  });
  await page.getByRole("button", { name: "生成活码" }).click();
  await page.locator(".page-head .state", { hasText: "可用" }).waitFor({ timeout: 60_000 });
  const link = await page.locator(".page-link a").innerText();
  assert.match(link, /\/c\/[a-z0-9]{10}$/);
  assert.deepEqual(await look(page, "pagecodes-code-zh"), []);

  // In a browser outside of WeChat: small, narrow, without scripts.
  const small = await here.browser.newContext({
    viewport: { width: 375, height: 760 },
    locale: "zh-CN",
  });
  const his = await small.newPage();
  const answer = await his.goto(link);
  assert.ok((await answer.body()).length < 15_000);
  await his.getByRole("heading", { name: /^添加 .+ 为好友$/ }).waitFor();
  assert.ok((await wide(his)) <= 0, "the page is too wide");
  assert.deepEqual(await look(his, "pagecodes-page-zh"), []);
  await his.getByRole("link", { name: "English" }).click();
  await his.getByRole("heading", { name: /^Add / }).waitFor();
  assert.deepEqual(await look(his, "pagecodes-page-en"), []);
  await his.goto(`${url}/c/nosuchpage`);
  await his.getByRole("heading", { name: "没有找到这个码" }).waitFor();
  await small.close();

  // On the demo phone WeCom says who came; the code on the page is tapped, as if pressed long.
  const phone = await open(here.browser, { at: emulator });
  await phone.page.getByRole("textbox", { name: "名字", exact: true }).fill(`页客${run}`);
  await phone.page.getByRole("button", { name: "添加", exact: true }).click();
  const screen = phone.page.locator("#screen");
  await screen.getByRole("button", { name: "扫一扫" }).first().click();
  await phone.page.getByRole("textbox", { name: "粘贴二维码内容" }).fill(link);
  await phone.page.getByRole("button", { name: "扫这个" }).click();
  const frame = phone.page.frameLocator("iframe.opened");
  await frame.getByRole("heading", { name: /^添加 .+ 为好友$/ }).waitFor();
  const shown = (await frame.locator("h1").innerText()).split(" ")[1];
  assert.deepEqual(await look(phone.page, "pagecodes-phone-zh", { except: ["#screen"] }), []);
  await frame.locator("img.qr").click();
  await phone.page.locator("iframe.opened").waitFor({ state: "detached" });
  await screen.getByText(shown).first().waitFor();
  await phone.context.close();

  const id = Number(new URL(page.url()).pathname.split("/").at(-1));
  await until(
    async () => (await here.api("GET", `/api/page-codes/${id}/results`)).totals.adds === 1,
  );
  await page.getByRole("tab", { name: "谁接待了多少" }).click();
  const row = page.locator(".ant-table-row", { hasText: shown }).first();
  await row.getByText(/新增 1，占着/).waitFor();
  await page.locator(".chart-frame svg").first().waitFor();
  await page.getByText("已新增").first().waitFor();
  assert.deepEqual(await look(page, "pagecodes-shares-zh"), []);

  await page.getByRole("button", { name: "编辑活码" }).click();
  await page.getByLabel("标题（选填）").fill("加顾问领资料");
  await page.locator(".page-title", { hasText: "加顾问领资料" }).waitFor();
  await page.getByRole("button", { name: "保存修改" }).click();
  await page.locator(".page-link").waitFor();
  assert.equal((await here.api("GET", `/api/page-codes/${id}`)).rule.title, "加顾问领资料");
  assert.deepEqual(own(problems), []);
  await context.close();
});

for (const [row, width] of [375, 1024].entries()) {
  rowTest(row + 1)(`the form and the shares in English at ${width}`, async () => {
    const { items } = await here.api("GET", `/api/channels?q=${encodeURIComponent(NAME)}`);
    const at = `/codes/${items[0].id}?tab=shares`;
    const { page, problems, context } = await enter(here.browser, at, { lang: "en", width });
    await page.locator(".chart-frame svg").first().waitFor();
    assert.ok((await wide(page)) <= 0, "the shares are too wide");
    // Ant Design puts its "more" into the list of tabs where they do not fit.
    const except = width < 900 ? [".ant-tabs-nav"] : [];
    assert.deepEqual(await look(page, `pagecodes-shares-en-${width}`, { except }), []);
    await page.goto(new URL(`/codes/${items[0].id}/edit`, page.url()).href);
    await page.getByRole("button", { name: "Save changes" }).waitFor();
    assert.ok((await wide(page)) <= 0, "the form is too wide");
    assert.deepEqual(await look(page, `pagecodes-edit-en-${width}`), []);
    assert.deepEqual(own(problems), []);
    await context.close();
  });
}
