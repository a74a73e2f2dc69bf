// The event log: what there is, who reads it, and how long it is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, look, rowTest, stage } from "./browser.mjs";

const here = stage();

test("how long pages seen are kept is changed and given back to the default", async () => {
  const { page, problems, context } = await enter(here.browser, "/data/log");
  await page.getByRole("heading", { name: "事件日志" }).waitFor();
  await page.getByText("各自读到哪里").click();
  await page.getByRole("cell", { name: "growth", exact: true }).waitFor();
  const row = page.getByRole("row", { name: /浏览页面/ });
  await row.getByText("默认").waitFor();
  assert.deepEqual(await look(page, "log-zh"), []);

  await row.getByRole("button", { name: "修改浏览页面的保留时间" }).click();
  const dialog = page.getByRole("dialog", { name: "浏览页面保留多久" });
  await dialog.getByLabel("只保留一段时间").check();
  await dialog.getByRole("spinbutton", { name: "保留" }).fill("12");
  assert.deepEqual(await look(page, "log-keep-zh"), []);
  await dialog.getByRole("button", { name: "保存" }).click();
  await page.getByText("浏览页面的保留时间改好了").waitFor();
  await row.getByText("12 个月").waitFor();

  await row.getByRole("button", { name: "修改浏览页面的保留时间" }).click();
  await dialog.getByLabel("按默认（24 个月）").check();
  await dialog.getByRole("button", { name: "保存" }).click();
  await row.getByText("24 个月").waitFor();
  await row.getByText("默认").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

for (const [at, [lang, width, height]] of [
  ["en", 1024, 768],
  ["zh-CN", 375, 812],
].entries()) {
  rowTest(at + 1)(`the event log in ${lang} at ${width}`, async () => {
    const how = { lang, width, height };
    const { page, context } = await enter(here.browser, "/data/log", how);
    await page.locator(".event-log h2").first().waitFor();
    assert.deepEqual(await look(page, `log-${lang}-${width}`), []);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px too wide`);
    await context.close();
  });
}
