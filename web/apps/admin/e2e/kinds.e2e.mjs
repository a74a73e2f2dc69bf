// Event kinds: one of the company's own is made and named, its neighbours are read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, look, stage } from "./browser.mjs";

const here = stage();
const run = Date.now().toString(36);

test("a kind is made and named; aliases and the quarantine are there", async () => {
  const { page, problems, context } = await enter(here.browser, "/data/kinds");
  await page.getByRole("button", { name: "浏览页面" }).waitFor();
  // How long the log keeps it, and where that is set.
  const viewed = page.getByRole("row", { name: /page\.viewed/ });
  assert.match((await viewed.textContent()) ?? "", /24 个月默认/);
  await page.locator('a[href$="/data/log"]', { hasText: "设置保留时长" }).first().waitFor();
  assert.deepEqual(await look(page, "kinds-zh"), []);

  await page.getByRole("button", { name: "新建事件类型" }).click();
  const drawer = page.locator(".ant-drawer");
  await drawer.getByLabel("显示名称").fill(`试用 ${run}`);
  await drawer.getByLabel("标识").fill("有 空格");
  await drawer.getByRole("button", { name: "新建类型" }).click();
  await drawer.getByText("不能有空格").waitFor();
  await drawer.getByLabel("标识").fill(`trial.${run}`);
  await drawer.getByRole("button", { name: "新建类型" }).click();
  await drawer.getByText("还没有属性").waitFor();
  assert.deepEqual(await look(page, "kind-zh"), []);
  await drawer.getByLabel("显示名称").fill(`试用装 ${run}`);
  await drawer.getByRole("button", { name: "保存类型" }).click();
  await drawer.getByText(`试用装 ${run}`).first().waitFor();
  const made = await here.api("GET", `/api/event-kinds/custom.trial.${run}`);
  assert.deepEqual([made.label, made.built_in, made.items], [`试用装 ${run}`, false, []]);

  await page.goto(page.url().replace(/\?.*/, "?tab=aliases"));
  await page.getByText("Order Completed").waitFor();
  await page.locator(".ant-segmented").getByText("隔离区").click();
  await page.getByText("隔离区里的事件保留 30 天").waitFor();
  assert.deepEqual(await look(page, "quarantine-zh"), []);
  assert.deepEqual(problems, []);
  await context.close();
});
