// A source: made, its key shown once, what it sends seen live, refused with the reason, paused, gone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, launch, look, url } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const name = `收银系统 ${Date.now().toString(36).slice(-5)}`;

const send = (key, batch) =>
  fetch(`${url}/collect/v1/batch`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ batch }),
  });

test("a source is made, sends, is seen and ends", async () => {
  const { page, problems, context } = await enter(browser, "/data/sources");
  await page.getByRole("button", { name: "新建数据源" }).first().click();
  const drawer = page.getByRole("dialog", { name: "新建数据源" });
  await drawer.getByLabel("名称").fill(name);
  await drawer.getByRole("radio", { name: /服务器/ }).check();
  assert.deepEqual(await look(page, "sources-new-zh"), []);
  await drawer.getByRole("button", { name: "新建", exact: true }).click();
  const shown = page.getByRole("dialog", { name: `「${name}」的密钥` });
  await shown.waitFor();
  const key = await shown.locator(".copyable-text").innerText();
  assert.match(key, /^yk_[\w-]{43}$/);
  assert.deepEqual(await look(page, "sources-made-zh"), []);
  await shown.getByRole("button", { name: "已保存，关闭" }).click();
  await shown.waitFor({ state: "hidden" });
  const answer = await send(key, [
    { type: "page", anonymousId: "e2e-device", messageId: "e2e-1", properties: { title: "首页" } },
    { type: "track", anonymousId: "e2e-device", messageId: "e2e-2" },
  ]);
  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).accepted, 1);
  await page.getByRole("button", { name: "看实时数据流" }).click();
  await page.getByRole("heading", { name: "实时数据流" }).waitFor();
  await page.getByText("page.viewed").first().waitFor({ timeout: 60_000 });
  await page.getByText("没有事件名，补上 event").first().waitFor();
  const row = page.getByRole("row", { name: /page\.viewed/ }).first();
  await row.getByRole("button").first().click();
  await page.getByText("设备号").first().waitFor();
  await page.getByRole("button", { name: "看原始内容" }).first().click();
  await page.getByText("e2e-device").first().waitFor();
  assert.deepEqual(await look(page, "stream-zh"), []);
  await page.getByRole("button", { name: "暂停刷新" }).click();
  await page.getByRole("button", { name: "继续刷新" }).waitFor();
  await page.goto(`${url}/data/sources`);
  await page
    .getByRole("row", { name: new RegExp(name) })
    .getByText("正常")
    .waitFor();
  assert.deepEqual(await look(page, "sources-zh"), []);
  await page.getByRole("button", { name }).click();
  const one = page.getByRole("dialog", { name });
  await one.getByRole("tab", { name: "接入代码" }).click();
  await one.getByText("curl 试一条").waitFor();
  assert.deepEqual(await look(page, "sources-drawer-zh"), []);
  await one.getByRole("button", { name: "暂停" }).click();
  await one.getByText("已暂停").waitFor();
  assert.equal((await send(key, [{}])).status, 403);
  await one.getByRole("button", { name: /删\s*除/ }).click();
  await page
    .locator(".ant-popconfirm")
    .getByRole("button", { name: /删\s*除/ })
    .click();
  await one.waitFor({ state: "hidden" });
  assert.equal((await send(key, [{}])).status, 401);
  assert.deepEqual(problems, []);
  await context.close();
});
