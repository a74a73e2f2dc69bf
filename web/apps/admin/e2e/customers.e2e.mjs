// The list of customers: conditions, views that are kept, a selection, pages, both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, launch, look, open, signIn, url } from "./browser.mjs";

let browser;
let page;
let problems;

before(async () => {
  browser = await launch();
  ({ page, problems } = await enter(browser, "/"));
});
after(() => browser.close());

// Before the sign-in the session is asked for, and there is none.
const own = (told) => told.filter((text) => !text.includes("401"));
const tab = (name) => page.getByRole("navigation", { name: "视图" }).getByRole("button", { name });

test("conditions stand in the address, and a view keeps them under a name", async () => {
  await page.goto(`${url}/customers`);
  await page.locator(".customers-table tr.ant-table-row").first().waitFor();
  assert.deepEqual(await look(page, "customers-list-zh"), []);
  await tab("等确认").click();
  await page.waitForURL(/state=half/);
  assert.equal(await tab("等确认").getAttribute("aria-current"), "page");
  await page.getByRole("button", { name: "条件", exact: true }).click();
  await page.getByRole("combobox", { name: "选条件" }).click();
  await page.locator(".ant-select-item-option", { hasText: "没有任何标签" }).click();
  await page.getByRole("button", { name: "加上" }).click();
  await page.waitForURL(/untagged/);
  await page.getByText("视图有改动").waitFor();
  await page.getByRole("button", { name: "新建视图" }).click();
  const name = `等确认、没标签 ${Date.now() % 100_000}`;
  await page.getByRole("textbox", { name: "名称" }).fill(name);
  assert.deepEqual(await look(page, "customers-view-zh"), []);
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await tab(name).waitFor();
  await page.waitForURL(/view=\d+/);
  assert.equal(await page.getByText("视图有改动").count(), 0);
  await tab("全部客户").click();
  await page.waitForURL(/customers\?view=0$/);
  await tab(name).click();
  await page.waitForURL(/untagged/);
  // By keys alone: the new view, last in the row, changes places with the one before it.
  const names = () =>
    page.locator(".view-tabs button").evaluateAll((all) => all.map((one) => one.title));
  const before = await names();
  const more = page.getByRole("button", { name: `视图「${name}」的更多操作` });
  await more.focus();
  await page.keyboard.press("Enter");
  await page
    .getByRole("menuitem", { name: "右移" })
    .and(page.locator("[aria-disabled=true]"))
    .waitFor();
  assert.deepEqual(await look(page, "customers-view-menu-zh"), []);
  await page.keyboard.press("ArrowDown");
  const [moved] = await Promise.all([
    page.waitForResponse((told) => told.url().endsWith("/api/views/order")),
    page.keyboard.press("Enter"),
  ]);
  assert.equal(moved.status(), 204);
  await page.reload();
  await tab(name).waitFor();
  assert.deepEqual(await names(), [...before.slice(0, -2), name, before.at(-2)]);
  await more.click();
  await page.getByRole("menuitem", { name: "删除视图" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除视图" }).click();
  await page.waitForURL(/customers\?view=0$/);
  assert.equal(await tab(name).count(), 0);
  assert.deepEqual(own(problems), []);
});

test("a selection is kept while one pages and gone with other conditions", async () => {
  await page.goto(`${url}/customers?view=0&sort=name`);
  const boxes = page.locator(".customers-table tr.ant-table-row .ant-checkbox-input");
  await boxes.first().waitFor();
  await boxes.first().check();
  await page.locator(".selection-bar").waitFor();
  assert.deepEqual(await look(page, "customers-picked-zh"), []);
  await page.getByRole("textbox", { name: /昵称/ }).fill("zhang");
  await page.waitForURL(/q=zhang/);
  await page.locator(".selection-bar").waitFor({ state: "detached" });
  assert.deepEqual(own(problems), []);
});

test("in English and at 1,024 pixels", async () => {
  const { page: en, problems: told } = await enter(
    browser,
    "/customers?view=0&cols=state,stage,tags,staff,active,added&silent=0&tag_none=1",
    { lang: "en", width: 1024, height: 720 },
  );
  await en.locator(".customers-table tr.ant-table-row").first().waitFor();
  assert.deepEqual(await look(en, "customers-list-en"), []);
  assert.deepEqual(own(told), []);
});
