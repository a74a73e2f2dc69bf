// What one is told: of an export in the admin's bell, of a task on a card in WeCom whose button
// closes it, and on the member's own page.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  emulate,
  emulator,
  enter,
  look,
  onPhone,
  open,
  proof,
  signIn,
  stage,
  until,
} from "./browser.mjs";

const here = stage();
const api = (...asked) => here.api(...asked);
const run = Date.now().toString(36);
/** What the worker does after a moment in which more may come. */
const later = async (check) => (await until(check).catch(() => undefined)) ?? until(check);
const quiet = (problems) => problems.filter((text) => !/status of (401|422)/.test(text));

test("the bell tells of an export; doors and quiet hours are chosen", async () => {
  const { page, problems, context } = await open(here.browser);
  await page.route("**/api/notices?*", (route) =>
    route.fulfill({ json: { items: [], next: null, unread: 0 } }),
  );
  await signIn(page);
  const bell = page.getByRole("button", { name: /^通知，/ });
  await bell.click();
  await page.getByText("还没有通知").waitFor();
  assert.deepEqual(await look(page, "notices-empty-zh"), []);
  await page.unroute("**/api/notices?*");
  await page.keyboard.press("Escape");

  const columns = { columns: ["name"], format: "csv", language: "zh-CN" };
  await api("POST", "/api/exports?state=friend", columns);
  await until(async () => (await api("GET", "/api/notices/unread")).unread > 0);
  await page.reload();
  await page.getByRole("button", { name: /^通知，\d+ 条未读/ }).click();
  const row = page.locator(".told.unread", { hasText: "导出好了" }).first();
  await row.waitFor();
  assert.deepEqual(await look(page, "notices-zh"), []);
  await row.getByRole("button").press("Enter");
  await page.getByRole("heading", { name: "导出登记" }).waitFor();
  await until(async () => (await api("GET", "/api/notices?limit=1")).items[0].read_at);

  await page.getByRole("button", { name: /^通知，/ }).click();
  await page.getByRole("button", { name: "通知设置" }).click();
  await page.getByText("你的账号还没有对应企业微信里的员工").waitFor();
  await page.getByRole("combobox", { name: "有人导出很多客户：我的选择" }).click();
  await page.locator(".ant-select-item-option", { hasText: /^不通知$/ }).click();
  await until(async () => {
    const { kinds } = await api("GET", "/api/notices/choices");
    return kinds.find((kind) => kind.kind === "export_large").own === "off";
  });
  const from = page.getByLabel("从", { exact: true });
  await from.fill("21:30");
  await from.press("Enter");
  await page.getByRole("button", { name: "保存免打扰" }).click();
  await page.getByText("保存好了").waitFor();
  await page.getByText("这套系统还没有配置发邮件的服务器").waitFor();
  assert.ok(await page.getByRole("checkbox", { name: "有人导出很多客户：也发邮件" }).isDisabled());
  await page.getByText("还没有 Webhook").waitFor();
  assert.deepEqual(await look(page, "notice-settings-zh"), []);
  await page.getByRole("button", { name: "添加 Webhook" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("地址", { exact: true }).fill("http://10.1.2.3/hook");
  await drawer.getByRole("button", { name: "保存 Webhook" }).click();
  await drawer.getByText("这个地址不许访问").waitFor();
  await drawer.getByLabel("地址", { exact: true }).fill(`https://hooks.example.com/${run}`);
  await drawer.getByRole("button", { name: "保存 Webhook" }).click();
  await page.getByText(/^whsec_/).waitFor();
  assert.deepEqual(await look(page, "notice-webhook-secret-zh"), []);
  await page.getByRole("button", { name: "已保存好" }).click();
  const hook = page.getByRole("row", { name: new RegExp(run) });
  await hook.getByRole("button", { name: "停用" }).click();
  await hook.getByText("已停用").waitFor();
  await hook.getByRole("button", { name: "修改" }).click();
  await page.getByRole("button", { name: "删除", exact: true }).click();
  await page.locator(".ant-popconfirm").getByRole("button", { name: "删除", exact: true }).click();
  await page.getByText("还没有 Webhook").waitFor();
  await api("PATCH", "/api/notices/choices", { doors: { export_large: null } });
  assert.deepEqual(quiet(problems), []);
  await context.close();

  const english = await enter(here.browser, "/settings/notices", { lang: "en", width: 1024 });
  await english.page.getByRole("heading", { name: "Quiet hours" }).waitFor();
  const over = await english.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `the page is ${over} px too wide`);
  assert.deepEqual(await look(english.page, "notice-settings-en-1024"), []);
  await english.context.close();
});

proof("a task's card in WeCom is pressed: it is done, and the member's page says so", async () => {
  const member = (await api("GET", "/api/staff?limit=40")).items[20];
  const { version } = await api("GET", "/api/notices/rules");
  await api("PATCH", "/api/notices/rules", { version, quiet_from: "00:00", quiet_to: "00:00" });
  const title = `给小满回电话 ${run}`;
  const due_at = new Date(Date.now() + 6 * 3_600_000).toISOString();
  const { id } = await api("POST", "/api/tasks", { staff_id: member.id, title, due_at });
  const corp = `corps/${here.corp.corpid}`;
  const messages = async () =>
    (await fetch(`${emulator}/emulator/${corp}/app_messages?userid=${member.account}`)).json();
  const card = await later(async () =>
    (await messages()).find((one) => one.body.main_title?.title === title),
  );
  await emulate(`${corp}/cards/click`, { userid: member.account, msgid: card.msgid, key: "done" });
  await later(async () => (await api("GET", `/api/tasks/${id}`)).state === "done");
  await until(async () => (await messages()).find((one) => one.body.replace_text === "已完成"), 60);

  for (const [lang, heading] of [
    ["zh-CN", "通知"],
    ["en", "Notices"],
  ]) {
    const { page, problems, context } = await onPhone(
      here.browser,
      here.corp,
      member,
      "/m/notices",
      {
        lang,
      },
    );
    const row = page.locator("main li", { hasText: title });
    await row.waitFor();
    await row.getByText(lang === "en" ? /pressed “Done”/ : /点了「已完成」/).waitFor();
    await page.locator(".tabs a[aria-current]", { hasText: heading }).waitFor();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `the page is ${over} px too wide`);
    assert.deepEqual(await look(page, `notices-staff-${lang}`), []);
    assert.deepEqual(quiet(problems), []);
    await context.close();
  }
});
