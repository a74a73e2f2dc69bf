// Losses, silence and room: people leave in the emulator, the pages say who, how many, and of what
// nothing is known.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, stage, until, url } from "./browser.mjs";

const here = stage();
const api = (...asked) => here.api(...asked);

const dayAgo = (days) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(
    Date.now() - days * 86_400_000,
  );
const span = `from=${dayAgo(6)}&to=${dayAgo(0)}`;

const act = (name, body) => emulate(`corps/${here.corp.corpid}/${name}`, body);

/** People of this run only: the demo may know those of one before. */
const run = Date.now().toString(36);

/** Five people come to two members; four of them go, one comes back. */
async function leave() {
  const { items } = await api("GET", "/api/staff");
  const [one, two] = items.map((member) => member.account);
  const people = {};
  for (const name of ["流云", "青柠🍋一家四口住在杭州西湖边的那个人", "木子", "橙子", "南风"]) {
    const person = { unionid: `o-${run}-${name}`, name };
    people[name] = (await act("add", { userid: one, person })).external_userid;
  }
  const ids = Object.values(people);
  await act("add", { userid: two, person: { unionid: `o-${run}-流云`, name: "流云" } });
  const before = await api("GET", `/api/losses/summary?${span}`);
  for (const [at, by] of [
    [0, "customer"],
    [1, "customer"],
    [2, "staff"],
    [3, "customer"],
  ]) {
    await act("unfollow", { external_userid: ids[at], userid: one, by });
  }
  await act("add", { userid: two, person: { unionid: `o-${run}-橙子`, name: "橙子" } });
  return until(async () => {
    const now = await api("GET", `/api/losses/summary?${span}`);
    const more = (name) => now.total[name] - before.total[name];
    const done = more("by_customer") === 3 && more("by_staff") === 1;
    return done && more("persons") === 3 && more("returned") === 1 ? now : undefined;
  });
}

const quiet = (problems) => problems.filter((text) => !/status of 401/.test(text));

test("who left: tiles, chart and list say the same, apart for relations and persons", async () => {
  const { page, problems, context } = await enter(
    here.browser,
    "/losses?from=2026-01-01&to=2026-01-07",
  );
  await page.getByText("这段时间没有人离开").waitFor();
  assert.deepEqual(await look(page, "losses-empty-zh"), []);
  const { total } = await leave();
  await page.goto(`${url}/losses?${span}`);
  const tile = (name) => page.locator(".loss-tiles button", { hasText: name });
  await tile("关系流失").filter({ hasText: /\d/ }).waitFor();
  for (const [name, count] of [
    ["关系流失", total.by_customer + total.by_staff],
    ["被客户删除", total.by_customer],
    ["客户流失", total.persons],
    ["流失后回来", total.returned],
  ]) {
    await tile(name).click();
    await page.getByText(`共 ${count} 条`).waitFor();
    assert.match(await tile(name).innerText(), new RegExp(`^${name}\\s+${count}\\b`));
    assert.match(
      await page.locator(".loss-chart [role=img]").getAttribute("aria-label"),
      new RegExp(`${name} ${count}，`),
    );
  }
  await tile("关系流失").click();
  await page.locator("tr", { hasText: "橙子" }).first().getByText("加了别的员工").waitFor();
  await page.locator("tr", { hasText: "流云" }).first().getByText("还有别的员工").waitFor();
  assert.deepEqual(await look(page, "losses-zh"), []);
  await page.getByRole("tab", { name: "按员工" }).click();
  await page.getByRole("columnheader", { name: "每 100 次添加被删" }).waitFor();
  assert.deepEqual(await look(page, "losses-staff-zh"), []);
  await page.getByRole("tab", { name: "沉默" }).click();
  await page.getByText("我们看得到什么").waitFor();
  assert.deepEqual(await look(page, "losses-silence-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();

  const english = await enter(here.browser, "/losses?what=persons", { lang: "en", width: 1024 });
  await english.page.getByRole("columnheader", { name: "Who deleted" }).waitFor();
  const over = await english.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `the page is ${over} px too wide`);
  assert.deepEqual(await look(english.page, "losses-en-1024"), []);
  await english.context.close();
});

test("room left: counted, warned of from the corp's share on, and limits that can be changed", async () => {
  const { page, problems, context } = await enter(here.browser, "/settings/room", { height: 1100 });
  await page.getByRole("button", { name: "重新数一遍" }).click();
  await until(async () => {
    const { rooms, staff } = await api("GET", "/api/room");
    return staff.counted && rooms.every((room) => room.used !== null);
  });
  await page.reload();
  await page.getByText("都还有余量").waitFor();
  await page.locator('[data-kind="tags"]', { hasText: "10,000" }).waitFor();
  await page.locator(".room-cell").first().waitFor();
  assert.deepEqual(await look(page, "room-zh"), []);
  await page.getByRole("button", { name: "改上限" }).click();
  await page.getByLabel("用到多少开始提醒").fill("85");
  await page.getByLabel("企业标签上限").fill("3000");
  await page.getByText("满了报 41045").waitFor();
  assert.deepEqual(await look(page, "room-limits-zh"), []);
  await page.getByRole("button", { name: "保存规则" }).click();
  await page.getByText("没有一项用到 85%").waitFor();
  await page.locator('[data-kind="tags"]', { hasText: "/ 3,000" }).waitFor();
  const { version } = await api("GET", "/api/settings/preferences");
  const before = { warn_share: 0.8, tag_limit: 10_000 };
  await api("PATCH", "/api/settings/preferences", { version, ...before });
  // A day on which several limits are near, as the server would tell.
  const read = await api("GET", "/api/room");
  const rooms = read.rooms.map((room, at) =>
    at === 0
      ? { ...room, used: 48_210, limit: 50_000, left: 1_790, share: 0.9642, warned: true }
      : at === 3
        ? { ...room, reason: "48002: api forbidden for this app" }
        : room,
  );
  await page.route("**/api/room", (route) =>
    route.fulfill({ json: { ...read, rooms, staff: { ...read.staff, warned: 3 } } }),
  );
  await page.goto(`${url}/settings/room?lang=en`);
  await page.getByText("customers are near their limit; 3 staff").waitFor();
  assert.deepEqual(await look(page, "room-short-en"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();
});
