// A shop's orders in an Excel file: known by its headers, tried, written, and seen at their buyer.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { enter, launch, look, url } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// Four orders as Taobao's back office exports them: one with a word for its state that nobody
// knows and a phone that the shop hid, one with an amount that is none.
const FILE = readFileSync(new URL("./orders.xlsx", import.meta.url));

test("an Excel file of orders is mapped and written, and its buyer has them", async () => {
  const { page, problems, context } = await enter(browser, "/customers/import");
  await page.setInputFiles('input[type="file"]', {
    name: "ExportOrderList.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: FILE,
  });
  await page.getByText("看表头像是淘宝 / 天猫（千牛）导出的订单").waitFor();
  assert.ok(await page.getByRole("radio", { name: /^订单：/ }).isChecked());
  await page.getByText("平台打了码或加了密，不能用来认人").waitFor();
  assert.deepEqual(await look(page, "imports-orders-mapping-zh"), []);
  await page.getByRole("button", { name: "试算", exact: true }).click();
  await page.getByRole("button", { name: "写入 2 单" }).waitFor();
  await page.getByText("不知道「等平台处理」是什么状态").waitFor();
  await page.getByText("看不懂这个金额").waitFor();

  await page.getByRole("button", { name: "改", exact: true }).click();
  await page.getByLabel("「等平台处理」是哪一种状态").click();
  await page.getByTitle("待付款", { exact: true }).click();
  assert.deepEqual(await look(page, "imports-orders-states-zh"), []);
  await page.getByRole("button", { name: "试算", exact: true }).click();
  await page.getByRole("button", { name: "写入 3 单" }).waitFor();
  assert.equal(
    await page.locator("[data-people]").innerText(),
    "买家里已认识 0 位，会新认识 1 位；1 单没说是谁买的",
  );
  assert.equal(await page.locator('[data-count="refused"] dd').innerText(), "1");
  assert.deepEqual(await look(page, "imports-orders-dry-run-zh"), []);
  await page.getByRole("button", { name: "写入 3 单" }).click();
  await page.getByRole("button", { name: "看订单列表" }).click();
  await page.waitForURL(/\/orders/);
  await page.getByText("E2E-26112702").waitFor();

  const found = await page.evaluate(() =>
    fetch("/api/orders?number=E2E-26112702").then((answer) => answer.json()),
  );
  await page.goto(`${url}/customers/${found.items[0].customer.id}?tab=orders`);
  await page.getByText("E2E-26112701").waitFor();
  await page.getByText("E2E-26112702").waitFor();
  assert.deepEqual(await look(page, "imports-orders-buyer-zh"), []);
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});

test("the same page in English at 1024", async () => {
  const { page, context } = await enter(browser, "/customers/import", { lang: "en", width: 1024 });
  await page.setInputFiles('input[type="file"]', {
    name: "orders.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: FILE,
  });
  await page.getByText("Filled in as last time").waitFor();
  await page.getByRole("radio", { name: /^Customers:/ }).click();
  await page.getByRole("radio", { name: /^Orders:/ }).click();
  await page.getByText("By its headers this is an export of Taobao / Tmall").waitFor();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `the page is ${over} px too wide`);
  assert.deepEqual(await look(page, "imports-orders-mapping-en"), []);
  await context.close();
});
