// The audit: what one does is there with both states, is filtered, fetched, and checked on demand.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { enter, look, stage, url } from "./browser.mjs";

const here = stage();
const api = (...asked) => here.api(...asked);
const quiet = (problems) => problems.filter((text) => !/status of (401|500)/.test(text));

test("what was done is found, read, fetched and checked", async () => {
  const name = `审计 ${Date.now().toString(36)}`;
  const { id } = await api("POST", "/api/fields", { name, kind: "text" });
  await api("POST", `/api/fields/${id}/archive`);
  await api("POST", `/api/fields/${id}/restore`);
  const { page, problems, context } = await enter(here.browser, "/");
  await page.locator(".side-link", { hasText: "合规" }).click();
  await page.getByRole("heading", { name: "审计", exact: true }).waitFor();
  await page.locator("tr", { hasText: "恢复了字段" }).first().waitFor();
  assert.deepEqual(await look(page, "audit-zh"), []);

  // By keyboard: the filter, the entry, and back to the list.
  await page.getByRole("combobox", { name: "哪一类" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByTitle("字段、阶段、视图").click();
  await page.waitForURL(/area=fields/);
  await page.getByRole("textbox", { name: /对象 ID/ }).fill(`field:${id}`);
  await page.waitForURL(/target=field/);
  const deeds = page.locator(".audit-deed");
  await deeds.first().waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".audit-deed")].every((one) => /字段/.test(one.textContent)),
  );
  await deeds.first().focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await drawer.getByText("前后对比").waitFor();
  await drawer.getByText("网页登录").waitFor();
  assert.match(page.url(), /peek=\d+/);
  assert.deepEqual(await look(page, "audit-entry-zh"), []);
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });

  const fetched = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出 CSV" }).click();
  const file = readFileSync(await (await fetched).path(), "utf8");
  assert.match(file, /^\uFEFFid,at,actor,name,action/);
  const lines = file.trim().split("\r\n");
  assert.ok(lines.length > 2);
  assert.ok(lines.slice(1).every((line) => line.includes(`field:${id}`)));

  await page.goto(`${url}/audit?target=nobody`);
  await page.getByText("没有符合条件的记录").waitFor();
  assert.deepEqual(await look(page, "audit-empty-zh"), []);
  await page.getByRole("button", { name: "清除筛选" }).click();
  await page.locator("tr", { hasText: "导出了审计" }).first().waitFor();
  await page.getByRole("button", { name: "现在校验" }).click();
  await page.getByText("上次校验：没有被改动").waitFor();
  await page.getByText(/校验于 (刚刚|\d+ 分钟前)/).waitFor();
  await page.getByRole("button", { name: "指纹", exact: true }).click();
  await page
    .getByText(/^\d+:[0-9a-f]{64}$/)
    .first()
    .waitFor();
  assert.deepEqual(await look(page, "audit-anchors-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

test("in English, without an answer, and when somebody altered it", async () => {
  const { page, problems, context } = await enter(here.browser, "/", { lang: "en", width: 1024 });
  await page.route("**/api/audit?*", (route) => route.fulfill({ status: 500, json: {} }));
  await page.route("**/api/audit/chain", async (route) => {
    const answer = await route.fetch();
    const chain = { ...(await answer.json()), fault: "changed", fault_entry_id: 1204 };
    await route.fulfill({ response: answer, json: chain });
  });
  await page.goto(`${url}/audit`);
  await page.getByText("The audit could not be loaded").waitFor();
  await page.getByText("Entry 1204 was changed").waitFor();
  await page.unroute("**/api/audit?*");
  await page.getByRole("button", { name: "Try again" }).or(page.getByText("Retry")).first().click();
  await page.locator("tr", { hasText: "Signed in" }).first().waitFor();
  assert.deepEqual(await look(page, "audit-en"), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 1024, `the page is ${wide} wide`);
  assert.deepEqual(quiet(problems), []);
  await context.close();
});
