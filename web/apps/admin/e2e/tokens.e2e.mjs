// A token: made by a person, shown once, used by a program, revoked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, launch, look, url } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const name = `报表脚本 ${Date.now().toString(36).slice(-5)}`;

async function choose(page, drawer, label, option) {
  // The list shows some only; typing finds the others.
  await drawer.getByRole("combobox", { name: label }).fill(option);
  await page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
    .filter({ hasText: option })
    .click();
  await page.keyboard.press("Escape");
}

const ask = (token) =>
  fetch(`${url}/api/customers?limit=3`, { headers: { Authorization: `Bearer ${token}` } });

test("a token is made, shown once, works and is revoked", async () => {
  const { page, problems, context } = await enter(browser, "/settings/api");
  await page.getByRole("heading", { name: "我的令牌" }).waitFor();
  await page.getByRole("button", { name: "生成我的令牌" }).click();
  const drawer = page.getByRole("dialog", { name: "生成我的令牌" });
  await drawer.getByRole("button", { name: "生成令牌" }).click();
  await drawer.getByText("给令牌起个名字").waitFor();
  await drawer.getByLabel("名称").fill(name);
  await choose(page, drawer, "能做什么", "看客户（手机号打码）");
  assert.deepEqual(await look(page, "tokens-new-zh"), []);
  await drawer.getByRole("button", { name: "生成令牌" }).click();
  const shown = page.getByRole("dialog", { name: `「${name}」的令牌` });
  await shown.waitFor();
  const token = await shown.locator(".token-text").first().innerText();
  assert.match(token, /^yt_\d+_[\w-]{43}$/);
  assert.deepEqual(await look(page, "tokens-made-zh"), []);
  await shown.getByRole("button", { name: "已经存好" }).click();
  await shown.waitFor({ state: "hidden" });
  assert.equal((await ask(token)).status, 200);
  await page.reload();
  const row = page.getByRole("row", { name: new RegExp(name) });
  await row.getByText("有效").waitFor();
  await row.getByText("127.0.0.1").waitFor();
  assert.equal((await page.content()).includes(token), false);
  assert.deepEqual(await look(page, "tokens-zh"), []);
  await page.getByRole("button", { name: `吊销「${name}」` }).click();
  await page.getByRole("button", { name: "吊销令牌" }).click();
  await row.getByText("已吊销").waitFor();
  assert.equal((await ask(token)).status, 401);
  await page.goto(`${url}/settings/api?lang=en`);
  await page.getByRole("button", { name: "Make a service token" }).click();
  await page.getByLabel("Some", { exact: true }).check();
  await page.getByLabel("Departments, with all below").waitFor();
  assert.deepEqual(await look(page, "tokens-service-en"), []);
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});
