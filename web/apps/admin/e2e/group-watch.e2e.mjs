// Watched groups: phases, roles and sub-owners, a renewal, doubles whose owners are asked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, onPhone, proof, rowTest, stage, until, url } from "./browser.mjs";

const here = stage();
const api = (...asked) => here.api(...asked);
const run = Date.now().toString(36);
const NAMES = [`海珠亲子 ${run}`, `天河亲子 ${run}`, `越秀亲子 ${run}`];
const act = (name, body) => emulate(`corps/${here.corp.corpid}/${name}`, body);
const quiet = (problems) => problems.filter((text) => !/status of (401|404|409|422)/.test(text));
const groups = [];
let owner;

/** Three groups of one owner; two persons are in two of them. */
async function arrange() {
  const { items } = await api("GET", "/api/staff?limit=3");
  owner = items[0];
  for (const name of NAMES) {
    const { chat_id } = await act("groups", { owner: owner.account, name, members: [] });
    groups.push({ chat_id, name });
  }
  for (const [at, who] of [
    [0, "豆豆妈"],
    [0, "果果爸"],
    [0, "安安妈"],
    [1, "豆豆妈"],
    [1, "果果爸"],
  ]) {
    const person = { unionid: `o-${run}-${who}`, name: who };
    await act(`groups/${groups[at].chat_id}/join`, { person, scene: 2 });
  }
  for (const [at, wanted] of [3, 2, 0].entries()) {
    const found = await until(async () => {
      const listed = await api("GET", `/api/groups?q=${encodeURIComponent(NAMES[at])}`);
      const [one] = listed.items;
      return one?.people === wanted && one.read_at ? one : undefined;
    });
    Object.assign(groups[at], found);
  }
  // A reading reckons the phases; another may be under way already.
  await api("POST", "/api/sync", { mode: "sync" }).catch(() => undefined);
  await until(async () => (await api("GET", `/api/groups/${groups[0].id}`)).phase.phase);
}
let arranged;

async function begin(more) {
  arranged ??= arrange();
  await arranged;
  const opened = await enter(here.browser, "/", more);
  return opened;
}

test("phases, tiles, roles of members and a sub-owner's span", async () => {
  const { page, problems, context } = await begin();
  await page.goto(`${url}/groups?q=${run}&phase=new&unsorted=true`);
  await page.getByText("共 3 个群").waitFor();
  await page
    .getByRole("row", { name: new RegExp(NAMES[0]) })
    .getByText("新群")
    .waitFor();
  assert.deepEqual(await look(page, "watch-groups-zh"), []);
  await page.getByRole("button", { name: /^还没归类/ }).click();
  await page.waitForURL(/unsorted=true/);
  await page.getByRole("button", { name: /^扫码进不去/ }).click();
  await page.waitForURL(/full=true/);

  await page.goto(`${url}/groups/${groups[0].id}`);
  await page.locator(".group-phase").getByText("建群 0 天").waitFor();
  await page.getByRole("checkbox", { name: "选「安安妈」" }).check();
  await page.getByRole("button", { name: "群内身份", exact: true }).click();
  await page.getByLabel("核心客户").check();
  assert.deepEqual(await look(page, "watch-roles-zh"), []);
  await page.getByRole("button", { name: "改 1 位的身份" }).click();
  await page.getByText("改了 1 位的身份").waitFor();
  for (const group of groups) {
    const { items } = await api("GET", `/api/groups/${group.id}/members?role=owner`);
    const members = items.map((one) => one.member);
    await api("PUT", `/api/groups/${group.id}/roles`, { members, role: "sub_owner" });
  }
  await page.goto(`${url}/groups?list=subs`);
  const line = page.locator(".group-table tr.ant-table-row", { hasText: NAMES[0] });
  await line.getByText("3 个", { exact: true }).waitFor();
  assert.deepEqual(await look(page, "watch-subs-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

test("a group is renewed: planned, found by its name, followed", async () => {
  const { page, problems, context } = await begin();
  await page.goto(`${url}/groups/${groups[0].id}`);
  await page.getByRole("button", { name: "开始换群" }).click();
  await page.getByLabel("新群的名字").fill(`海珠二群 ${run}`);
  assert.deepEqual(await look(page, "watch-renew-zh"), []);
  await page.getByRole("button", { name: `派给群主 ${owner.name}` }).click();
  await page.getByText("等群主建群").waitFor();
  const { chat_id } = await act("groups", {
    owner: owner.account,
    name: `海珠二群 ${run}`,
    members: [],
  });
  const person = { unionid: `o-${run}-安安妈`, name: "安安妈" };
  await act(`groups/${chat_id}/join`, { person, scene: 2 });
  const { renewal } = await api("GET", `/api/groups/${groups[0].id}/watch`);
  const made = await until(async () => {
    const one = await api("GET", `/api/group-renewals/${renewal.id}`);
    return one.choices.find((group) => group.name === `海珠二群 ${run}`);
  });
  await page.reload();
  await page.getByText("名单，3 位").click();
  await page.getByLabel("哪个是新群").click();
  await page.locator(".ant-select-item-option", { hasText: `海珠二群 ${run}` }).click();
  await page.getByText("新群已建").or(page.getByText("正在过来")).first().waitFor();
  await until(async () => (await api("GET", `/api/group-renewals/${renewal.id}`)).arrived === 1);
  await page.reload();
  await page.getByText("1 / 3").first().waitFor();
  await page.getByText("名单，3 位").click();
  await page.getByText("还没过来的 2 位").waitFor();
  assert.deepEqual(await look(page, "watch-group-zh"), []);
  await sheet(renewal.id);
  await page.goto(`${url}/groups?list=renewals`);
  await page.getByRole("link", { name: made.name }).waitFor();
  assert.deepEqual(await look(page, "watch-renewals-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

/** What the owner finds behind his task, on his phone. */
async function sheet(id) {
  const { page, problems, context } = await onPhone(
    here.browser,
    here.corp,
    owner,
    `/m/watch/renewal/${id}`,
  );
  await page.getByRole("heading", { name: `换群：「${NAMES[0]}」` }).waitFor();
  await page.getByText("1 / 3 位做完").waitFor();
  assert.deepEqual(await look(page, "watch-sheet-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();
}

proof("doubles: what would be asked, then how far it is", async () => {
  const { page, problems, context } = await begin();
  await page.goto(`${url}/groups/duplicates`);
  await page.getByRole("button", { name: "让群主移出", exact: true }).click();
  await page.getByText(/位客户要从群里移出/).waitFor();
  assert.deepEqual(await look(page, "watch-doubles-ask-zh"), []);
  await page.getByRole("button", { name: /^派给 .* 位群主$/ }).click();
  await page.getByText("进行中").waitFor();
  const [plan] = (await api("GET", "/api/group-doubles")).items;
  const person = { unionid: `o-${run}-豆豆妈`, name: "豆豆妈" };
  // Of two groups that he joined in one second either may be the one to be left.
  for (const { chat_id } of groups.slice(0, 2)) await act(`groups/${chat_id}/kick`, { person });
  await until(async () => (await api("GET", "/api/group-doubles")).items[0].gone > plan.gone);
  await page.reload();
  await page.getByText(/已离开 [1-9]/).waitFor();
  await page.getByText(/^看 .* 位群主$/).click();
  await page.getByText("还没做完").first().waitFor();
  assert.deepEqual(await look(page, "watch-doubles-zh"), []);
  await page.getByRole("button", { name: "停止", exact: true }).click();
  await page.getByText("已停止").waitFor();
  await page.goto(`${url}/groups`);
  await page.getByRole("button", { name: "安静提醒" }).click();
  await page.getByLabel("多少天算安静").fill("9");
  assert.deepEqual(await look(page, "watch-settings-zh"), []);
  await page.getByRole("button", { name: "保存提醒" }).click();
  await until(async () => (await api("GET", "/api/settings/preferences")).group_silence_days === 9);
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

const LAID_OUT = [
  ["zh-CN", 375],
  ["en", 1024],
];
for (const [at, [lang, width]] of LAID_OUT.entries()) {
  // The table is the proofs': what stands wide above was looked at in one language already.
  rowTest(at + 1)(`all of it in ${lang} at ${width} px`, async () => {
    const { page, context } = await begin({ lang, width });
    for (const [name, path] of [
      ["subs", "/groups?list=subs"],
      ["renewals", "/groups?list=renewals"],
      ["doubles", "/groups/duplicates"],
      ["group", `/groups/${groups[0].id}`],
    ]) {
      await page.goto(url + path);
      await page.locator(".group-table, .watch-plan, .group-side, .empty").first().waitFor();
      await page.waitForLoadState("networkidle");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name} at ${width} px is ${wide} px too wide`);
      assert.deepEqual(await look(page, `watch-${name}-${lang}-${width}`), []);
    }
    await context.close();
  });
}
