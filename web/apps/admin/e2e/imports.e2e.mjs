// Import of customers from choosing a file to the result, and an export with its register.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { admin, enter, launch, look, url } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const marks = `${process.pid}`.padStart(6, "0").slice(-6);
const phone = (n) => `138${marks}${String(n).padStart(2, "0")}`;
const FILE = [
  "姓名,手机,会员号,生日,标签",
  `张三,${phone(1)},E${marks}1,1992-02-28,老客`,
  `李四🌸,+86 ${phone(2)},E${marks}2,,老客`,
  `王五,${phone(3)},E${marks}3,1992-02-30,`,
  `赵六,1380000,E${marks}4,2099-01-01,`,
  `一个名字特别特别长的客户他的昵称里还有很多表情🌸🌸🌸🌸🌸🌸,${phone(5)},E${marks}5,,`,
].join("\n");

async function begin(options) {
  const opened = await enter(browser, "/", options);
  return opened;
}

/** What moved and moves stands under Tasks too, with its state and the way to its own page. */
async function underTasks(page, address) {
  const ask = await admin();
  const wish = { format: "csv", columns: ["name", "stage"], language: "zh-CN" };
  const { id } = await ask("POST", "/api/exports?state=friend", wish);
  await page.goto(`${url}/tasks`);
  const entry = (key) => page.locator(`.transfers li[data-transfer="${key}"]`);
  const came = entry(`import-${address.split("/").at(-1)}`);
  await came.getByText("新增 3 · 更新 0 · 不行 2").waitFor();
  assert.match(await came.innerText(), /导入「南山店老客\.csv」\s+已写入/);
  const went = entry(`export-${id}`);
  await went.getByText("已完成").waitFor();
  assert.match(await went.innerText(), /导出按条件筛选的客户[\s\S]+已写 [\d,]+ 位 · CSV · /);
  assert.deepEqual(await look(page, "tasks-transfers-zh"), []);
  await went.getByRole("link").click();
  await page
    .getByRole("link", { name: /^下载（/ })
    .first()
    .waitFor();
  assert.deepEqual(await look(page, "exports-zh"), []);
  await page.goBack();
  await came.getByRole("link").click();
  await page.waitForURL(address);
}

test("a file is checked, written, and its refused rows are told", async () => {
  const { page, problems, context } = await begin();
  await page.goto(`${url}/customers/import`);
  await page.getByRole("heading", { name: "导入客户" }).waitFor();
  assert.deepEqual(await look(page, "imports-zh"), []);
  await page.setInputFiles('input[type="file"]', {
    name: "南山店老客.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(FILE),
  });
  await page.getByText("他们在哪里留下的").waitFor();
  const check = page.getByRole("button", { name: "试算", exact: true });
  assert.ok(await check.isDisabled());
  await page.getByLabel("他们在哪里留下的").fill("南山店开业登记表");
  await page.getByLabel("哪一天同意的").fill("2026-01-02");
  await page.keyboard.press("Enter");
  await page.getByText("自动新建成我们自己的标签").click();
  assert.deepEqual(await look(page, "imports-mapping-zh"), []);
  await check.click();
  await page.getByRole("button", { name: "写入 3 位客户" }).waitFor({ timeout: 60_000 });
  await page.getByText("日历上没有 1992-2-30 这一天").waitFor();
  assert.equal(await page.locator('[data-count="refused"] dd').innerText(), "2");
  assert.deepEqual(await look(page, "imports-dry-run-zh"), []);
  const address = page.url();
  await page.getByRole("button", { name: "写入 3 位客户" }).click();
  await page.goto(address);
  await page.getByRole("button", { name: "看客户列表" }).waitFor({ timeout: 60_000 });
  assert.equal(await page.locator('[data-count="created"] dd').innerText(), "3");
  assert.deepEqual(await look(page, "imports-done-zh"), []);
  await underTasks(page, address);
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});

/** Some days ago, as a spreadsheet of the company writes it. */
function ago(days) {
  const day = new Date(Date.now() - days * 86_400_000);
  return `${day.toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })} 09:30`;
}

const DID = [
  "事件,发生时间,手机号,页面,价格,备注",
  `浏览商品,${ago(2)},${phone(77)},龙井${marks},128.5,`,
  `加入购物车,${ago(1)},${phone(77)},龙井${marks},"1,280",两盒`,
  `支付,${ago(1)},${phone(77)},龙井${marks},1280,`,
  `浏览商品,昨天,${phone(77)},龙井${marks},1280,`,
].join("\n");

test("a file of behaviour is mapped and written, and stands in the life of who did it", async () => {
  const { page, problems, context } = await enter(browser, "/customers/import");
  await page.setInputFiles('input[type="file"]', {
    name: "商城行为.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(DID),
  });
  await page.getByText("手机号只用来认人").waitFor();
  assert.ok(await page.getByRole("radio", { name: /^行为：/ }).isChecked());
  await page.getByLabel("「备注」写到哪里").click();
  await page.getByTitle("属性：备注", { exact: true }).click();
  assert.deepEqual(await look(page, "imports-behaviour-mapping-zh"), []);
  await page.getByRole("button", { name: "试算", exact: true }).click();
  const write = page.getByRole("button", { name: "写入 2 条行为" });
  await write.waitFor();
  await page.getByText("「支付」是订单的事").waitFor();
  await page.getByText("看不懂这个时间").waitFor();
  assert.match(await page.locator("[data-looks]").innerText(), /price（数字）、备注（文字）/);
  assert.equal(
    await page.locator("[data-people]").innerText(),
    "这些事是谁做的：已认识 0 位，会新认识 1 位",
  );
  assert.deepEqual(await look(page, "imports-behaviour-dry-run-zh"), []);
  await write.click();
  await page.getByRole("button", { name: "看客户列表" }).waitFor();
  assert.equal(await page.locator('[data-count="created"] dd').innerText(), "2");
  assert.deepEqual(await look(page, "imports-behaviour-done-zh"), []);

  const found = await page.evaluate(
    (number) => fetch(`/api/customers?q=${number}`).then((answer) => answer.json()),
    phone(77),
  );
  await page.goto(`${url}/customers/${found.items[0].id}`);
  await page.getByText("加入购物车").first().waitFor();
  await page.getByText("浏览商品").first().waitFor();
  await page.getByText(`龙井${marks}`).first().waitFor();
  assert.deepEqual(await look(page, "imports-behaviour-life-zh"), []);
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});

test("a file that is none is refused with the reason, in English at 1024", async () => {
  const { page, context } = await begin({ lang: "en", width: 1024 });
  await page.goto(`${url}/customers/import`);
  await page.getByRole("heading", { name: "Import customers" }).waitFor();
  await page.setInputFiles('input[type="file"]', {
    name: "photo.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
  });
  await page.getByText(/The file cannot be read/).waitFor();
  assert.deepEqual(await look(page, "imports-refused-en"), []);
  await page.goto(`${url}/customers/exports`);
  await page.getByRole("heading", { name: "Register of exports" }).waitFor();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `the page is ${over} px too wide`);
  assert.deepEqual(await look(page, "exports-en"), []);
  await context.close();
});
