// A segment of three levels: counted while it is made, saved, one person explained, who then leaves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, look, stage, until } from "./browser.mjs";

const here = stage();
const one = () => Math.random().toString(36).slice(2, 7);

/** Chooses from the menu that a button opens. */
async function fromMenu(page, button, item) {
  await button.click();
  await page.getByRole("menuitem", { name: item, exact: true }).last().click();
}

/** Chooses in a select of a row. */
async function choose(page, row, label, option) {
  await row.getByRole("combobox", { name: label, exact: true }).click();
  await page
    .locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: option })
    .first()
    .click();
}

const shows = (page, n) =>
  page.waitForFunction(
    (wanted) => {
      const big = document.querySelector("[data-count]");
      return big && !big.classList.contains("dimmed") && big.firstChild?.textContent === wanted;
    },
    String(n),
    { timeout: 30_000 },
  );

test("a segment of three levels is counted while it is made, and tells who is in and why", async () => {
  const { api, browser } = here;
  const mark = one();
  const made = await api("POST", "/api/tags/groups", {
    kind: "own",
    name: `人群测试 ${mark}`,
    tags: [`奶粉 ${mark}`, `纸尿裤 ${mark}`],
  });
  const { items: tags } = await api("GET", `/api/tags/groups/${made.id}`);
  const [milk, nappy] = tags;
  const { items } = await api("GET", "/api/customers?limit=10&state=friend");
  const [first, second, third] = items;
  const put = (customer, tag) =>
    api("POST", `/api/customers/${customer.id}/tags`, { tag_id: tag.id });
  for (const [who, tag] of [
    [first, milk],
    [second, milk],
    [third, nappy],
  ])
    await put(who, tag);
  // The engine reads what happened a moment ago; a demo that just began may still build it.
  const tree = { leaf: "tag", how: "any", tags: [milk.id] };
  const counted = () => api("POST", "/api/segments/count", { tree }).catch(() => ({}));
  await until(async () => (await counted()).count === 2);

  const { page, problems, context } = await enter(browser, "/segments/new");
  await page.getByRole("textbox", { name: "人群名称" }).fill(`奶粉老客 ${mark}`);
  const root = page.locator("main fieldset").first();
  const add = (box) => box.locator("[data-add]").last();
  await fromMenu(page, add(root), "标签");
  const row = root.locator(".seg-row").first();
  await choose(page, row, "选标签", `奶粉 ${mark}`);
  await page.keyboard.press("Escape");
  await shows(page, 2);
  await page.locator("[data-sentence]", { hasText: `奶粉 ${mark}` }).waitFor();

  // A group in a group: any of nappies or, in a third level, none of the silent.
  await page.getByRole("button", { name: "加条件组" }).last().click();
  const inner = page.locator("main fieldset fieldset").first();
  await fromMenu(page, add(inner), "标签");
  await choose(page, inner.locator(".seg-row").first(), "选标签", `纸尿裤 ${mark}`);
  await page.keyboard.press("Escape");
  await shows(page, 0);
  await inner.getByRole("button", { name: "加条件组" }).click();
  const deepest = page.locator("main fieldset fieldset fieldset");
  await choose(page, deepest, "这一组怎么算", "全都不");
  await fromMenu(page, add(deepest), "状态");
  await choose(page, deepest.locator(".seg-row").first(), "选状态", "已流失");
  await page.keyboard.press("Escape");
  await shows(page, 2);
  assert.equal(await root.locator(".seg-made").first().innerText(), "得 2 人");

  // What is removed comes back.
  await deepest.getByRole("button", { name: "删除条件「状态」" }).click();
  await shows(page, 0);
  await page.locator(".ant-message").getByRole("button", { name: "撤销" }).click();
  await shows(page, 2);
  await page.getByText("解释", { exact: false }).first().waitFor();
  assert.deepEqual(await look(page, "segment-editor-zh"), []);

  await page.getByRole("button", { name: "解释一位客户" }).click();
  const who = page.getByRole("combobox", { name: "搜一位客户" });
  await who.click();
  await page.keyboard.type(first.name.slice(0, 8));
  await page.locator(".ant-select-item-option", { hasText: first.name }).first().click();
  await page.locator(".seg-verdict", { hasText: "在这个人群里" }).waitFor();
  assert.ok((await page.locator(".seg-tested .seg-mark.yes").count()) >= 3);
  assert.deepEqual(await look(page, "segment-explain-zh"), []);
  await page.locator(".ant-drawer-close").click();

  await page.getByRole("button", { name: "保存人群" }).click();
  await page.locator("h1", { hasText: `奶粉老客 ${mark}` }).waitFor();
  await shows(page, 2);
  const id = Number(/segments\/(\d+)/.exec(page.url())[1]);
  await page.locator("tr", { hasText: first.name }).first().waitFor();
  assert.deepEqual(await look(page, "segment-one-zh"), []);

  await api("DELETE", `/api/customers/${first.id}/tags/${milk.id}`);
  await shows(page, 1);
  await page.getByRole("link", { name: "人群", exact: true }).first().click();
  await page.locator("tr", { hasText: `奶粉老客 ${mark}` }).waitFor();
  assert.deepEqual(await look(page, "segments-zh"), []);
  await api("DELETE", `/api/segments/${id}`);
  assert.deepEqual(problems, []);
  await context.close();
});
