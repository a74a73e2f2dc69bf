// Acts on many customers: the dry run first, then the doing, then the way back, all under Tasks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, launch, look } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// The browser itself logs each answer of 4xx; the first one asks who is signed in.
const own = (problems) => problems.filter((text) => !/status of 401/.test(text));

test("all that match are tagged after a dry run, and untagged again under Tasks", async () => {
  const { page, problems, context } = await enter(browser, "/customers?state=friend");
  await page.locator(".ant-table-row .ant-checkbox-input").first().check();
  const bar = page.locator(".selection-bar");
  await bar.waitFor();
  await page.locator(".selection-bar-all").click();
  assert.deepEqual(await look(page, "bulk-bar"), []);
  await bar.getByRole("button", { name: "打标签" }).click();
  await page.locator(".bulk-choice .ant-select").click();
  await page.locator(".ant-select-item-option").first().click();
  await page.locator(".bulk-plan[data-state=planned]").waitFor();
  assert.deepEqual(await look(page, "bulk-dry-run"), []);
  const go = page.locator(".bulk-foot .ant-btn-primary");
  const words = await go.innerText();
  assert.match(words, /^给 [\d,]+ 位打上标签$/);
  const [begun] = await Promise.all([
    page.waitForResponse((told) => told.request().method() === "POST" && told.ok()),
    go.click(),
  ]);
  const { id } = await begun.json();
  const card = page.locator(`.bulk-card[data-act="${id}"][data-state=ended]`);
  await card.waitFor({ timeout: 20_000 });
  // What is over is still told after a reload.
  await page.reload();
  await card.waitFor();
  assert.deepEqual(await look(page, "bulk-panel"), []);
  await card.locator(".link", { hasText: "在任务里看" }).click();
  const act = page.locator(".bulk-act").first();
  await act.waitFor();
  assert.deepEqual(await look(page, "tasks"), []);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    act.getByRole("link", { name: "下载结果" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^yutang-bulk-\d+\.csv$/);
  await act.getByRole("button", { name: "撤销" }).click();
  await page
    .locator(".bulk-act:first-child[data-state=ended]", { hasText: "撤销：" })
    .waitFor({ timeout: 20_000 });
  assert.deepEqual(own(problems), []);
  await context.close();
});
