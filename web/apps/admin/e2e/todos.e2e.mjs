// Tasks of staff: the board with its numbers, acts on one and on many; on the phone the member
// shows what he did, and the board shows that.
import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, look, onPhone, stage, until, url } from "./browser.mjs";

const here = stage();
const api = (...asked) => here.api(...asked);
const run = Date.now().toString(36);
const quiet = (problems) => problems.filter((text) => !/status of 401/.test(text));
const soon = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString();
/** In 90 minutes, or before the corp's day ends: what is due tomorrow does not stand in today. */
const today = () => {
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return [soon(90), new Date(`${day}T23:59:59+08:00`).toISOString()].sort()[0];
};

async function give(staff, title, more = {}) {
  return api("POST", "/api/tasks", {
    staff_id: staff.id,
    title: `${run} ${title}`,
    due_at: today(),
    ...more,
  });
}

test("the board: tiles, filters, a task whole, acts on one and on many, both languages", async () => {
  const { items: staff } = await api("GET", "/api/staff?limit=4");
  const [, , third, fourth] = staff;
  const late = await give(third, "给橱窗拍张照片", { due_at: soon(-0.5), priority: 2 });
  await give(third, "把老客户名单过一遍", { priority: 1, kind: "lead" });
  await give(fourth, "处理一条预警", { kind: "alarm", link: "/customers" });
  await give(
    fourth,
    "给新来的同事带一天班😀名字特别长的一件事情要写到六十个字为止看看会不会撑坏表格",
    { pooled: true },
  );

  const { page, problems, context } = await enter(here.browser, `/to-dos?q=${run}-nothing`);
  await page.getByText("没有符合条件的任务").waitFor();
  assert.deepEqual(await look(page, "todos-empty-zh"), []);
  await page.goto(`${url}/to-dos?q=${run}`);
  await page.getByText("共 4 件").waitFor();
  const row = page.locator("tr", { hasText: "给橱窗拍张照片" });
  await row.getByText(/已过期 \d+ 分钟/).waitFor();
  await page.locator("tr", { hasText: "带一天班" }).getByText("待分派").waitFor();
  assert.deepEqual(await look(page, "todos-zh"), []);

  // By the keyboard alone: the title opens the task, Escape leaves it.
  await row.getByRole("button", { name: late.title }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`peek=${late.id}`));
  await page.getByText(`派给 ${third.name}`).waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(await look(page, "todos-task-zh"), []);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });

  // An alarm asks for words: as one of many it is left out, with its own words it is done.
  await page.getByRole("checkbox", { name: "选这一页" }).check();
  await page.locator(".selection-bar").getByRole("button", { name: "办完了" }).click();
  await page.getByText("跳过 1 件").waitFor();
  assert.deepEqual(await look(page, "todos-bulk-zh"), []);
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await page.locator(".selection-bar").getByRole("button", { name: "转给别人" }).click();
  await page.getByRole("combobox", { name: "转给谁" }).fill(fourth.name);
  await page.locator(".ant-select-item-option", { hasText: fourth.name }).first().click();
  await page.getByRole("button", { name: "转交 3 件" }).click();
  await page.getByText("转交了 3 件").waitFor();
  await page.locator("tr", { hasText: "处理一条预警" }).getByRole("button").first().click();
  await page.getByLabel("写下结果，才能记为办完").fill("已经和客户说清楚");
  await page.getByRole("button", { name: "记为办完" }).click();
  await page.locator("blockquote", { hasText: "已经和客户说清楚" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("共 3 件").waitFor();
  await page.getByRole("tab", { name: "按员工" }).click();
  await page.locator(".todo-members tr", { hasText: fourth.name }).waitFor();
  assert.deepEqual(await look(page, "todos-members-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();

  const english = await enter(here.browser, `/to-dos?q=${run}`, { lang: "en", width: 1024 });
  await english.page.getByRole("columnheader", { name: "Escalated to" }).waitFor();
  const over = await english.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `the page is ${over} px too wide`);
  assert.deepEqual(await look(english.page, "todos-en-1024"), []);
  await english.page.getByRole("button", { name: "Give a task" }).click();
  await english.page.getByLabel("What to do").waitFor();
  await english.page.waitForTimeout(300);
  assert.deepEqual(await look(english.page, "todos-give-en"), []);
  await english.page.getByLabel("What to do").fill(`${run} call back`);
  await english.page.getByRole("combobox", { name: "Who does it" }).fill(third.name);
  await english.page.locator(".ant-select-item-option", { hasText: third.name }).first().click();
  const { items: known } = await api("GET", "/api/customers?state=friend&limit=20");
  const about = known.find((one) => one.name);
  await english.page.getByLabel("About which customer (optional)").fill(about.name);
  await english.page.locator(".ant-select-item-option", { hasText: about.name }).first().click();
  await english.page.getByRole("button", { name: "Give it" }).click();
  await english.page.locator(".ant-drawer", { hasText: about.name }).waitFor();
  await english.page.keyboard.press("Escape");

  // When late tasks go up to the leader is the company's choice; it stays as it was after this.
  const { task_escalation_hours: hours } = await api("GET", "/api/settings/preferences");
  for (const wanted of [0, hours]) {
    await english.page.getByRole("button", { name: "Escalation", exact: true }).click();
    await english.page.getByLabel("Escalated when late for").fill(String(wanted));
    if (wanted === 0) {
      await english.page.getByText("However late a task is, it is not escalated").waitFor();
      await english.page.waitForTimeout(300);
      assert.deepEqual(await look(english.page, "todos-escalation-en"), []);
    }
    await english.page.getByRole("button", { name: "Save rule" }).click();
    await english.page.getByRole("dialog").waitFor({ state: "detached" });
    const now = await api("GET", "/api/settings/preferences");
    assert.equal(now.task_escalation_hours, wanted);
  }
  await english.context.close();
});

test("on the phone a photo shows what was done, and the board shows the photo", async () => {
  const member = (await api("GET", "/api/staff?limit=40")).items[31];
  const shown = await give(member, "给货架拍照", {
    proof: "either",
    priority: 2,
    link: "/m/today",
  });
  const later = await give(member, "晚点再说");
  const { page, problems, context } = await onPhone(here.browser, here.corp, member, "/m/today");
  const row = page.locator(".due-task", { hasText: shown.title });
  await row.getByText("紧急").waitFor();
  await row.getByRole("button", { name: `「${shown.title}」办完了` }).click();
  await row.getByLabel("写下结果，或传一张照片").waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(wide, 0);
  assert.deepEqual(await look(page, "today-tasks-zh"), []);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll(".due a, .due button, .due-picture")]
      .map((node) => [node.textContent, node.getBoundingClientRect().height])
      .filter(([, height]) => height < 44),
  );
  assert.deepEqual(small, []);
  const picture = { name: "货架.png", mimeType: "image/png", buffer: await page.screenshot() };
  await row.getByLabel("传照片").setInputFiles(picture);
  await row.getByText("照片已传，点这里换一张").waitFor();
  await row.getByRole("button", { name: "办完了", exact: true }).last().click();
  await row.waitFor({ state: "hidden" });
  const second = page.locator(".due-task", { hasText: later.title });
  await second.getByRole("button", { name: `「${later.title}」晚点做` }).click();
  await second.getByText("还能推迟 3 次").waitFor();
  await second.getByRole("button", { name: "一周后" }).click();
  await second.waitFor({ state: "hidden" });
  assert.deepEqual(quiet(problems), []);
  await context.close();

  await until(async () => (await api("GET", `/api/tasks/${shown.id}`)).state === "done");
  const board = await enter(here.browser, `/to-dos?state=done&peek=${shown.id}`);
  const photo = board.page.getByRole("img", { name: `「${shown.title}」的照片` });
  await photo.waitFor();
  await until(() => photo.evaluate((node) => node.naturalWidth > 0));
  assert.deepEqual(await look(board.page, "todos-proof-zh"), []);
  assert.deepEqual(quiet(board.problems), []);
  await board.context.close();
});
