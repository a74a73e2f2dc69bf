// Fields, stages and question sets: made as an admin makes them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { admin, enter, launch, look, url } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const mark = Date.now().toString(36).slice(-5);

/** Conditions, chips, columns, a person's page and acts on many say the company's own words. */
async function stagesAreCalled(page, words) {
  const options = page.locator(
    ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option",
  );
  await page.goto(`${url}/customers?view=0&cols=stage&stage=intent`);
  await page.locator(".chip", { hasText: words[1] }).waitFor();
  await page.getByRole("button", { name: "条件", exact: true }).click();
  await page.getByRole("combobox", { name: "选条件" }).click();
  await options.filter({ hasText: /^阶段$/ }).click();
  await page.getByRole("combobox", { name: "阶段" }).click();
  await options.filter({ hasText: words[1] }).waitFor();
  assert.deepEqual(await options.allInnerTexts(), words);
  assert.deepEqual(await look(page, "stage-condition-zh"), []);
  await page.goto(`${url}/customers?view=0&cols=stage`);
  await page.locator(".ant-table-row .ant-checkbox-input").first().check();
  const name = page.locator("tr.ant-table-row").first().getByRole("link").first();
  const person = await name.getAttribute("href");
  await page.locator(".selection-bar").getByRole("button", { name: "改阶段" }).click();
  await page.locator(".bulk-choice .ant-select").click();
  await options.filter({ hasText: words[1] }).waitFor();
  assert.deepEqual(await options.allInnerTexts(), words);
  assert.deepEqual(await look(page, "stage-bulk-zh"), []);
  await page.goto(url + person);
  await page.locator(".stage-choice").click();
  await options.filter({ hasText: words[1] }).waitFor();
  assert.deepEqual((await options.allInnerTexts()).slice(1), words);
}

test("a field, a stage's name and a question set are made", async () => {
  const { page, problems, context } = await enter(browser, "/settings/fields");
  await page.getByRole("button", { name: "新建字段" }).first().click();
  const drawer = page.locator(".ant-drawer-section, .ant-drawer-content").last();
  await drawer.getByLabel("字段", { exact: true }).fill(`肤质 ${mark}`);
  await drawer.getByLabel("类型").click();
  await page.locator(".ant-select-item-option", { hasText: "单选" }).click();
  await drawer.getByLabel("选项 1", { exact: true }).fill("干性");
  await drawer.getByLabel("选项 2", { exact: true }).fill("油性");
  await drawer.getByLabel("分组").fill("护肤");
  assert.deepEqual(await look(page, "fields-new-zh"), []);
  await drawer.getByRole("button", { name: "新建字段" }).click();
  const row = page.getByRole("row", { name: new RegExp(`肤质 ${mark}`) });
  await row.first().waitFor();
  assert.match(await row.first().innerText(), /干性、油性/);
  await drawer.waitFor({ state: "hidden" });
  assert.deepEqual(await look(page, "fields-zh"), []);

  await page.getByRole("tab", { name: "阶段" }).click();
  await page.getByLabel("「意向」叫什么").fill("想买");
  await page.getByRole("button", { name: "保存阶段" }).click();
  await page.getByText("阶段的名字已更新").waitFor();
  assert.deepEqual(await look(page, "stages-zh"), []);
  await stagesAreCalled(page, ["潜在", "想买", "成交", "复购"]);
  await page.goto(`${url}/settings/fields?tab=stages`);
  await page.getByLabel("「意向」叫什么").fill("");
  await page.getByRole("button", { name: "保存阶段" }).click();
  await page.locator(".stages .ant-btn-primary[disabled]").waitFor();

  await page.getByRole("tab", { name: "问题集" }).click();
  await page.getByRole("button", { name: "新建问题集" }).first().click();
  await drawer.getByLabel("名字").fill(`初聊 ${mark}`);
  await drawer.getByLabel("问题 1", { exact: true }).fill("皮肤偏干还是偏油？");
  await drawer.getByLabel("回答写到哪里").click();
  await page.locator(".ant-select-item-option", { hasText: `肤质 ${mark}` }).click();
  await drawer.getByRole("button", { name: "加一个问题" }).click();
  await drawer.getByLabel("问题 2", { exact: true }).fill("还想了解什么？");
  assert.deepEqual(await look(page, "set-new-zh"), []);
  await drawer.getByRole("button", { name: "新建问题集" }).click();
  const set = page.locator(".question-set", { hasText: `初聊 ${mark}` });
  await set.getByText(`写进「肤质 ${mark}」`).waitFor();
  await drawer.waitFor({ state: "hidden" });
  assert.deepEqual(await look(page, "sets-zh"), []);
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  const ask = await admin();
  const made = (await ask("GET", "/api/fields")).items.find((one) => one.name.endsWith(mark));
  assert.deepEqual(
    made.options.map((one) => one.label),
    ["干性", "油性"],
  );
  await context.close();
});

test("in English on a narrow window, without one Chinese word of ours", async () => {
  const { page, context } = await enter(browser, "/settings/fields", { lang: "en", width: 1024 });
  await page.getByRole("button", { name: "New field" }).click();
  await page.getByText("What fits").waitFor();
  assert.doesNotMatch(await page.locator(".ant-drawer").innerText(), /[\u4e00-\u9fff]/);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `the page is ${over} px too wide`);
  assert.deepEqual(await look(page, "fields-new-en"), []);
  await context.close();
});
