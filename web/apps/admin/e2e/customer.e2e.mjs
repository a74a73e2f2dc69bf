// One customer: stage, follow-up, questions, fields, tags and refusal, done by hand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { admin, enter, launch, look, url } from "./browser.mjs";

let browser;
let customer;
const mark = Date.now().toString(36).slice(-5);
before(async () => {
  browser = await launch();
  const ask = await admin();
  customer = (await ask("GET", "/api/customers?state=friend&limit=5")).items.at(-1);
  const options = [{ label: "一段" }, { label: "二段" }];
  const field = (name, more) => ask("POST", "/api/fields", { name: `${name} ${mark}`, ...more });
  const milk = await field("奶粉", { kind: "one_of", group: "宝宝", options });
  await field("预算", { kind: "money", is_sensitive: true });
  await ask("POST", "/api/question-sets", {
    name: `初次了解 ${mark}`,
    questions: [
      { text: "现在喝几段？", field_id: milk.id, required: true },
      { text: "最看重什么？", kind: "choices", options: ["口味", "价格"] },
    ],
  });
});
after(() => browser.close());

test("a customer is known, followed up and asked", async () => {
  const { page, problems, context } = await enter(browser, `/customers/${customer.id}`);
  await page.locator(".person-head").waitFor();

  // A demo that was used before may have the customer there already; names of stages come after.
  await page.locator(".stage-choice", { hasText: /\p{L}/u }).waitFor();
  const there = (await page.locator(".stage-choice").innerText()).includes("成交");
  const stage = there ? "复购" : "成交";
  await page.getByLabel("阶段", { exact: true }).click();
  await page.locator(".ant-select-item-option", { hasText: stage }).click();
  await page.getByText(`阶段已改成「${stage}」`).waitFor();
  await page.getByRole("button", { name: "阶段", exact: true }).click();
  await page
    .locator(".life li", { hasText: `把阶段改成「${stage}」` })
    .first()
    .waitFor();
  assert.match(page.url(), /kind=stage/);

  await page.getByRole("button", { name: "写跟进" }).click();
  await page.getByLabel("内容").fill("问了奶粉，下周再看");
  await page.getByLabel("下次跟进（选填）").click();
  const next = `${new Date().getFullYear() + 1}-03-01 10:00`;
  await page.keyboard.type(next);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "记下跟进" }).click();
  await page.locator(".dues li", { hasText: "问了奶粉" }).waitFor();
  await page.locator(".notes li", { hasText: `下次 ${next}` }).waitFor();
  assert.deepEqual(await look(page, "customer-follow-zh"), []);
  await page.locator(".dues").getByRole("button", { name: "完成" }).click();
  await page.locator(".dues").waitFor({ state: "detached" });

  await page.getByRole("tab", { name: "需求问答" }).click();
  await page.getByLabel("选一个问题集开始问").click();
  await page.locator(".ant-select-item-option", { hasText: mark }).click();
  await page.getByRole("button", { name: "保存回答" }).click();
  await page.getByText("这一题要回答").waitFor();
  await page.getByLabel("现在喝几段？").first().click();
  await page.locator(".ant-select-item-option", { hasText: "二段" }).click();
  assert.deepEqual(await look(page, "customer-ask-zh"), []);
  await page.getByRole("button", { name: "保存回答" }).click();
  await page.locator(".round", { hasText: "二段" }).waitFor();
  const facts = page.locator(".person-side .fact", { hasText: `奶粉 ${mark}` });
  await facts.getByText("二段").waitFor();

  await page.locator(".person-side").getByRole("button", { name: "编辑" }).click();
  await page.getByRole("button", { name: "记录同意" }).first().click();
  await page.getByLabel("在哪里同意的").fill("门店登记表");
  await page.getByRole("dialog").getByRole("button", { name: "记录同意" }).click();
  await page.getByLabel(`预算 ${mark}`).first().fill("8000.5");
  assert.deepEqual(await look(page, "customer-edit-zh"), []);
  await page.getByRole("button", { name: "保存资料" }).click();
  await page.locator(".person-side .fact", { hasText: "¥8,000.50" }).waitFor();

  const consents = page.locator(".person-side section", { hasText: "客户的同意" });
  await consents.getByRole("button", { name: "记录同意" }).click();
  await page.getByLabel("在哪里同意的").fill("会员登记表");
  await page.getByRole("dialog").getByRole("button", { name: "记录同意" }).click();
  await page.getByText("选客户同意了什么").waitFor();
  await page.getByLabel("同意了什么").click();
  await page.locator(".ant-select-item-option", { hasText: "营销信息" }).click();
  assert.deepEqual(await look(page, "customer-consent-zh"), []);
  await page.getByRole("dialog").getByRole("button", { name: "记录同意" }).click();
  await consents.locator("li", { hasText: "营销信息会员登记表" }).waitFor();

  await page.getByRole("tab", { name: "动态" }).click();
  await page.getByRole("button", { name: "全部", exact: true }).click();
  await page.locator(".life li", { hasText: "问了奶粉，下周再看" }).waitFor();
  assert.deepEqual(await look(page, "customer-life-zh"), []);
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});

test("a refusal is written down with its reason, in English at 1024", async () => {
  const { page, context } = await enter(browser, `/customers/${customer.id}?tab=follow`, {
    lang: "en",
    width: 1024,
  });
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByText("Record a refusal of marketing").click();
  await page.getByRole("button", { name: "Record refusal" }).click();
  await page.getByText("Say where and how the customer told you").waitFor();
  await page.getByLabel("Reason").fill("on the phone");
  await page.getByRole("button", { name: "Record refusal" }).click();
  await page.locator(".person-refused").waitFor();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `the page is ${over} px too wide`);
  assert.deepEqual(await look(page, "customer-en-1024"), []);
  await context.close();
});
