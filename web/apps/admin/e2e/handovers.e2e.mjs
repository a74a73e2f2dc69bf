// Handover: a member leaves in the emulator, is listed, and his people go to two others; a day
// later the page's numbers are the emulator's. On the job with a text; a manager sees only his.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
  emulate,
  emulator,
  enter,
  look,
  open,
  proof,
  rowTest,
  stage,
  until,
  url,
} from "./browser.mjs";

const here = stage();
const api = (...asked) => here.api(...asked);
const act = (name, body = {}) => emulate(`corps/${here.corp.corpid}/${name}`, body);
const run = Date.now().toString(36);
const DAY = 24 * 3600;
const DEPARTMENT = "滨江店";
const quiet = (problems) => problems.filter((text) => !/status of 401/.test(text));
const wide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

let ahead = 0;
async function pass(seconds) {
  ahead += seconds;
  await emulate("clock", { advance_seconds: seconds });
}
after(() => ahead && emulate("clock", { advance_seconds: -ahead }));

/** Handovers of a member as the emulator counts them, by status. */
async function told(userid) {
  const path = `${emulator}/emulator/corps/${here.corp.corpid}/transfers`;
  const rows = (await (await fetch(path)).json()).filter((row) => row.handover_userid === userid);
  const by = (status) => rows.filter((row) => row.status === status);
  return { all: rows, accepted: by(1), waiting: by(2), refused: by(3), full: by(4) };
}

/** Members of one department, in a fixed order. */
async function membersOf(department) {
  const { items } = await api("GET", "/api/departments");
  const { id } = items.find((one) => one.name === department);
  return (await api("GET", `/api/staff?department=${id}&limit=100`)).items;
}

/** So many people come to a member; their ids at WeCom by name. */
async function come(member, names) {
  const ids = {};
  for (const name of names) {
    const person = { unionid: `h-${run}-${name}`, name: `${name}${run}` };
    ids[name] = (await act("add", { userid: member.account, person })).external_userid;
  }
  return ids;
}

const giverOf = (id) => api("GET", `/api/handovers/staff/${id}`);

async function choose(page, label, member) {
  await page.getByRole("combobox", { name: label }).fill(member.name);
  await page.locator(".ant-select-item-option", { hasText: member.name }).first().click();
}

const tile = (page, state) => page.locator(`.handover-states [data-state="${state}"] b`);

async function tiles(page, wanted) {
  for (const [state, n] of Object.entries(wanted)) {
    await tile(page, state)
      .filter({ hasText: new RegExp(`^${n}$`) })
      .waitFor();
  }
}

proof("who leaves is listed, two take over, a day later the numbers are WeCom's own", async () => {
  const members = await membersOf(DEPARTMENT);
  const [leaver, one, two] = members.slice(-3);
  const before = (await giverOf(leaver.id)).customers;
  const names = [
    "豆豆妈",
    "青柠🍋一家四口住在杭州西湖边的那个人",
    "木子",
    "橙子",
    "南风",
    "林小满",
  ];
  const ids = await come(leaver, names);
  const whole = before + names.length;
  // Two groups of his: they change owners at once.
  for (const name of ["南山宝妈群", "新客福利群"]) {
    const members = [ids.豆豆妈, ids.木子, ids.南风];
    await act("groups", { owner: leaver.account, name: `${name}${run}`, members });
  }
  const chats = await until(async () => {
    const found = await giverOf(leaver.id);
    const { items } = await api("GET", `/api/groups?owner_id=${leaver.id}&limit=100`);
    return found.customers === whole && found.groups === items.length && items.length >= 2
      ? items
      : undefined;
  });

  // A code that is his alone.
  const code = await api("POST", "/api/channels", {
    name: `前台立牌${run}`,
    staff_ids: [leaver.id],
    tag_ids: [],
  });

  const { page, problems, context } = await enter(here.browser, "/handovers");
  await page.getByText("还没有移交过").or(page.locator(".handover-table")).waitFor();
  assert.deepEqual(await look(page, "handovers-before-zh"), []);
  // He appears by himself.
  await act(`staff/${leaver.account}/resign`);
  const row = page.locator(".handover-leavers tr", { hasText: leaver.name });
  await row.waitFor();
  await row.getByText(/还有 36[456] 天/).waitFor();
  assert.match(await row.innerText(), new RegExp(`\\b${whole}\\b`));
  assert.deepEqual(await look(page, "handovers-leavers-zh"), []);

  // A notice's address opens the form for him.
  await page.goto(`${url}/handovers?from=${leaver.id}`);
  await page.getByText(`全部 ${whole} 位`).waitFor();
  await page.getByText("离职继承不能写给客户的话：").waitFor();
  const start = page.locator(".handover-start button");
  assert.ok(await start.isDisabled());
  await choose(page, "加一位接手的员工", one);
  await choose(page, "加一位接手的员工", two);
  await page.getByLabel(`${one.name} 的份额`).fill("2");
  const gets = async (member) =>
    Number(await page.locator(`tr[data-taker="${member.id}"] td`).first().innerText());
  await until(async () => (await gets(one)) + (await gets(two)) === whole);
  await until(async () => Math.abs((await gets(one)) - 2 * (await gets(two))) <= 2);
  await page.locator(".handover-found:not(.old)").waitFor();
  const both = `开始移交 ${whole} 位客户和 ${chats.length} 个群`;
  assert.equal(await start.innerText(), both);
  await page.getByText("当天能换完群主").waitFor();
  assert.deepEqual(await look(page, "handovers-new-zh"), []);
  await start.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("24 小时后自动完成，除非客户拒绝").waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(await look(page, "handovers-confirm-zh"), []);
  await dialog.getByRole("button", { name: both }).click();

  // The page moves by itself: all wait, two refuse, a day later the others are taken over.
  await page.waitForURL(/handovers\/\d+/);
  await tiles(page, { waiting: whole, accepted: 0, refused: 0 });
  await page.getByText(`${chats.length} / ${chats.length} 个群换了群主`).waitFor();
  assert.equal((await told(leaver.account)).waiting.length, whole);
  assert.deepEqual(await look(page, "handovers-waiting-zh"), []);
  for (const name of ["木子", "橙子"]) {
    await act(`transfers/${ids[name]}`, { accept: false, handover_userid: leaver.account });
  }
  await tiles(page, { refused: 2, waiting: whole - 2 });
  await page.getByText("已拒绝也可能是客户早已删除原员工").waitFor();
  await pass(DAY + 60);
  await tiles(page, { refused: 2, waiting: 0, accepted: whole - 2, failed: 0, full: 0 });
  await page.locator(".handover-title").getByText("已完成").waitFor();
  const truth = await told(leaver.account);
  assert.deepEqual(
    [truth.accepted.length, truth.refused.length, truth.waiting.length],
    [whole - 2, 2, 0],
  );
  assert.deepEqual(await look(page, "handovers-done-zh"), []);

  // His codes go on with those who took over, and with nobody less.
  await page.locator(".handover-codes").getByText("只有这一位接待").waitFor();
  await page.getByRole("button", { name: "给活码换人" }).click();
  const codes = page.getByRole("dialog");
  await codes.getByText(`前台立牌${run}`).waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(await look(page, "handovers-codes-zh"), []);
  await codes.getByRole("button", { name: /^换 \d+ 个活码$/ }).click();
  await page.locator(".handover-codes").waitFor({ state: "detached" });
  const held = (await api("GET", `/api/channels/${code.id}`)).staff.map((member) => member.id);
  assert.deepEqual(held.sort(), [one.id, two.id].sort());

  // By state and by taker the list is the emulator's.
  await page.locator('[data-state="refused"] button').click();
  const refused = page.locator(".handover-people tr.ant-table-row");
  await until(async () => (await refused.count()) === 2);
  await refused.filter({ hasText: "木子" }).getByText("也可能是他早已删除原员工").waitFor();
  await refused.filter({ hasText: "木子" }).getByRole("link", { name: "重新加好友" }).waitFor();
  for (const member of [one, two]) {
    const path = page.url().match(/handovers\/(\d+)/)[1];
    await page.goto(`${url}/handovers/${path}?state=accepted&taker=${member.id}`);
    const his = truth.accepted.filter((each) => each.takeover_userid === member.account).length;
    await until(async () => (await refused.count()) === Math.min(his, 50));
  }
  const file = await page.request.get(
    await page.locator(".head-acts a[download]").evaluate((link) => link.href),
  );
  assert.equal(file.status(), 200);
  assert.equal((await file.text()).trim().split("\n").length, whole + 1);

  await page.getByRole("tab", { name: "客户群" }).click();
  const moved = page.locator(".handover-people tr.ant-table-row", { hasText: "已换群主" });
  await until(async () => (await moved.count()) === chats.length);
  assert.deepEqual(await look(page, "handovers-groups-zh"), []);
  const takers = [one, two].map((member) => member.account);
  const there = await (await fetch(`${emulator}/emulator/corps/${here.corp.corpid}/groups`)).json();
  const named = there.filter((chat) => chat.name.endsWith(run));
  assert.equal(named.length, 2);
  for (const chat of named) assert.ok(takers.includes(chat.owner), chat.owner);

  // Who refused is to be added again, kindly, by who was to have him.
  await page.locator('[data-state="refused"] button').click();
  await page.getByRole("link", { name: "重新加好友" }).first().click();
  await page.waitForURL(/to-dos\?peek=\d+/);
  await page.locator(".ant-drawer .todo-facts").waitFor();
  await page.keyboard.press("Escape");

  // The customer's page keeps who served before.
  const { items } = await api("GET", `/api/customers?q=${encodeURIComponent(`林小满${run}`)}`);
  await page.goto(`${url}/customers/${items[0].id}`);
  await page.getByRole("heading", { name: "以前服务过" }).waitFor();
  await page.getByText(`从 ${leaver.name} 手里接过客户`).first().waitFor();
  assert.deepEqual(await look(page, "handovers-customer-zh"), []);

  await page.goto(`${url}/handovers`);
  await page.locator(".handover-table tr", { hasText: leaver.name }).getByText("已完成").waitFor();
  // Who refused is still his, and still waits for somebody.
  await page
    .locator(".handover-leavers tr", { hasText: leaver.name })
    .getByText("上次移交")
    .waitFor();
  assert.deepEqual(await look(page, "handovers-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

rowTest(1)(
  "on the job: picked in the list, with a text; whom WeCom does not take goes to another",
  async () => {
    const members = await membersOf(DEPARTMENT);
    const [giver, taker, unready] = members.slice(0, 3);
    const ids = await come(giver, ["阿May🌸", "陈屿"]);
    await until(async () => {
      const found = await api("GET", `/api/customers?q=${encodeURIComponent(`陈屿${run}`)}`);
      return found.items.length === 1;
    });
    const { page, problems, context } = await enter(
      here.browser,
      `/customers?staff=${giver.id}&view=0`,
    );
    for (const name of ["阿May🌸", "陈屿"]) {
      await page
        .locator("tr", { hasText: `${name}${run}` })
        .getByRole("checkbox")
        .check();
    }
    await page.locator(".selection-bar").getByRole("button", { name: "移交" }).click();
    await page.waitForURL(new RegExp(`handovers/new\\?from=${giver.id}`));
    await page.getByRole("radio", { name: "选中的 2 位" }).isChecked();
    const text = page.getByLabel("给客户的话（选填）");
    await text.fill("你".repeat(230));
    assert.equal((await text.inputValue()).length, 200);
    await text.fill("我换到城西店啦，接下来由同事照顾你");
    // Who is not verified looks like anybody, until WeCom says so.
    const console = `console/staff/${unready.account}`;
    await act(console, { verified: false });
    await choose(page, "加一位接手的员工", unready);
    await page.locator(".handover-start button", { hasText: "开始移交 2 位客户" }).click();
    await page.getByText("客户会看到：「我换到城西店啦，接下来由同事照顾你」").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "开始移交 2 位客户" }).click();
    await tiles(page, { failed: 2, waiting: 0 });
    await page.locator(".handover-people tr", { hasText: "陈屿" }).getByText("（40098）").waitFor();
    await act(console, { verified: true });
    await page.getByRole("button", { name: "再移交一次" }).click();
    const again = page.getByRole("dialog");
    await again.getByText("再移交 2 个没成的？").waitFor();
    await again.getByRole("radio", { name: "换别的员工接手" }).check();
    assert.ok(await again.getByRole("button", { name: "再移交 2 个" }).isDisabled());
    await choose(page, "加一位接手的员工", taker);
    // What would come of it is there before it is done.
    await again.locator(".handover-found:not(.old) tr", { hasText: taker.name }).waitFor();
    await again.getByText("24 小时后全部有结果").or(again.getByText("1 天后全部有结果")).waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(await look(page, "handovers-retry-zh"), []);
    const failed = page.url();
    await again.getByRole("button", { name: "再移交 2 个" }).click();
    await page.waitForURL((to) => to.href !== failed);
    await tiles(page, { waiting: 2 });
    await page.getByText("我换到城西店啦，接下来由同事照顾你").waitFor();
    await page.getByRole("button", { name: "停止", exact: true }).click();
    await page.getByText("等待中的 2 位收不回来").waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(await look(page, "handovers-stop-zh"), []);
    await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
    for (const id of Object.values(ids)) {
      await act(`transfers/${id}`, { accept: true, handover_userid: giver.account });
    }
    await tiles(page, { waiting: 0, accepted: 2 });
    const truth = await told(giver.account);
    assert.equal(truth.accepted.filter((row) => row.takeover_userid === taker.account).length, 2);
    assert.deepEqual(quiet(problems), []);
    await context.close();
  },
);

test("a manager sees the handovers of his own members only, and cannot hand over others'", async () => {
  const { items: departments } = await api("GET", "/api/departments");
  const own = departments.find((one) => one.name === DEPARTMENT);
  const other = (await api("GET", "/api/staff?limit=100")).items.find(
    (one) => !one.departments.some((each) => each.id === own.id),
  );
  const login = `han.${run}`;
  const invited = await api("POST", "/api/users", {
    login,
    name: "韩梅梅",
    role: "manager",
    scopes: [{ kind: "department", ref_id: own.id }],
  });
  const { page, context } = await open(here.browser);
  await page.locator('input[autocomplete="username"]').fill(login);
  await page.locator('input[autocomplete="current-password"]').fill(invited.first_password);
  await page.keyboard.press("Enter");
  await page.getByText("换一个自己的密码").waitFor();
  await page.locator('input[autocomplete="current-password"]').fill(invited.first_password);
  for (const input of await page.locator('input[autocomplete="new-password"]').all()) {
    await input.fill("a password of mine");
  }
  await page.keyboard.press("Enter");
  await page.locator(".shell").waitFor();
  await page.goto(`${url}/handovers`);
  await page.locator(".handover-table, .empty").first().waitFor();
  await page.goto(`${url}/handovers/new?from=${other.id}`);
  await page.getByText("没有这位员工，或者不在你的数据范围").waitFor();
  assert.ok(await page.locator(".handover-start button").isDisabled());
  assert.deepEqual(await look(page, "handovers-foreign-zh"), []);
  await page.goto(`${url}/handovers/999999`);
  await page.getByText("没有这次移交").waitFor();
  await context.close();
});

for (const [at, [lang, width]] of [
  ["en", 1024],
  ["en", 375],
  ["zh-CN", 375],
  ["zh-CN", 1280],
].entries()) {
  rowTest(at + 1)(
    `the pages in ${lang} at ${width}: nothing is cut, nothing is wider`,
    async () => {
      const { items } = await api("GET", "/api/handovers");
      const { page, problems, context } = await enter(here.browser, "/", { lang, width });
      const pages = [
        ["/handovers", ".handover-table"],
        [`/handovers/${items[0].id}`, ".handover-people"],
        ["/tasks", ".handover-table"],
        [`/handovers/new?from=${items[0].takers[0].staff.id}`, ".handover-facts"],
      ];
      for (const [place, [path, waited]] of pages.entries()) {
        await page.goto(url + path);
        await page.locator(waited).waitFor();
        await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
        assert.ok((await wide(page)) <= 0, `${path} is ${await wide(page)} px too wide`);
        assert.deepEqual(await look(page, `handovers-${place}-${lang}-${width}`), []);
      }
      assert.deepEqual(quiet(problems), []);
      await context.close();
    },
  );
}
