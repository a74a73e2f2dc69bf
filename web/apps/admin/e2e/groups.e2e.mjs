// Customer groups: made, entered and left in the emulator; the pages say what it says itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, emulator, enter, look, open, rowTest, stage, until, url } from "./browser.mjs";

const here = stage();
const api = (...asked) => here.api(...asked);
const run = Date.now().toString(36);
const NAMES = [`南山宝妈 ${run} 群`, `福田宝妈 ${run} 群`, `龙岗宝妈 ${run} 群`];
const STRANGER = "青柠🍋一家四口住在杭州西湖边的那个人";
const groups = [];
let members;

const act = (name, body) => emulate(`corps/${here.corp.corpid}/${name}`, body);
const inGroup = (group, verb, body) => act(`groups/${group.chat_id}/${verb}`, body);
const quiet = (problems) => problems.filter((text) => !/status of (401|404|409)/.test(text));

/** A page of who may do everything; the groups are there by then. */
async function begin(more) {
  arranged ??= arrange();
  await arranged;
  const opened = await enter(here.browser, "/", more);
  return opened;
}

/** The group as the emulator keeps it: who is in it by his id. */
async function kept({ chat_id }) {
  const told = await fetch(
    `${emulator}/emulator/corps/${here.corp.corpid}/groups?chat_id=${chat_id}`,
  );
  const [group] = await told.json();
  const people = group.members.filter((one) => /^w[mo]/.test(one));
  return { ...group, people: people.length, staff: group.members.length - people.length };
}

/** Until all that we know of a group is what the emulator has. */
const known = (group) =>
  until(async () => {
    const { items } = await api("GET", `/api/groups?q=${encodeURIComponent(group.name)}`);
    const [ours, theirs] = [items.find((one) => one.name === group.name), await kept(group)];
    return ours?.people === theirs.people && ours.staff === theirs.staff ? ours : undefined;
  });

async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

// Two members of two departments own three groups; one person is in all of them.
async function arrange() {
  const departments = (await api("GET", "/api/departments")).items;
  const [first, second] = await Promise.all(
    ["滨江店", "大学城店"].map(async (name) => {
      const found = departments.find((one) => one.name === name);
      return {
        ...(await api("GET", `/api/staff?department=${found.id}&limit=1`)).items[0],
        department: found,
      };
    }),
  );
  members = [first, first, second];
  const friend = await act("add", {
    userid: first.account,
    person: { unionid: `o-${run}`, name: `林小满 ${run}` },
  });
  for (const [at, name] of NAMES.entries()) {
    const { chat_id } = await act("groups", { owner: members[at].account, name, members: [] });
    groups.push({ chat_id, name });
    const group = groups[at];
    await inGroup(group, "join", { external_userid: friend.external_userid, scene: 3, state: "x" });
  }
  const [group] = groups;
  const stranger = { unionid: `o-${run}-s`, name: STRANGER };
  await inGroup(group, "join", { person: stranger, scene: 2 });
  await inGroup(group, "nickname", { person: stranger, nickname: `女-青柠-杭州 ${run}` });
  const gone = ["橙子", "木子"].map((name) => ({ unionid: `o-${run}-${name}`, name }));
  for (const person of gone) await inGroup(group, "invite", { by: first.account, person });
  // Who goes before he was read has no name here: WeCom tells it of those in the group only.
  await known(group);
  await inGroup(group, "leave", { person: gone[0] });
  await inGroup(group, "kick", { person: gone[1] });
  const notice = "只聊育儿，不发广告";
  await inGroup(group, "notice", { notice });
  for (const one of groups) Object.assign(one, await known(one));
  await until(async () => (await api("GET", `/api/groups/${group.id}`)).notice === notice);
}
let arranged;

test("the list tells what the emulator has, narrows by its address, sorts, and sorts many in", async () => {
  const { page, problems, context } = await begin();
  await page.goto(`${url}/groups`);
  await page.locator(".group-table tr.ant-table-row").first().waitFor();
  const summary = await api("GET", "/api/groups/summary");
  const tile = (name) => page.locator(".group-tiles li", { hasText: name });
  for (const [name, n] of [
    ["群里的客户", summary.persons],
    ["在几个群里", summary.in_several],
  ]) {
    await tile(name)
      .filter({ hasText: n.toLocaleString("en-US") })
      .waitFor();
  }
  assert.deepEqual(await look(page, "groups-zh"), []);

  await page.getByRole("textbox", { name: "群名，或完整的群 ID" }).fill(run);
  await page.waitForURL(/q=/);
  await page.getByText("共 3 个群").waitFor();
  const { people, staff } = await kept(groups[0]);
  const row = page.getByRole("row", { name: new RegExp(NAMES[0]) });
  await row.getByText(`另有员工 ${staff}`).waitFor();
  assert.match(await row.innerText(), new RegExp(`\\t${people}\\s+另有员工 ${staff}`));
  await page.getByRole("columnheader", { name: "7 天进" }).click();
  await page.waitForURL(/sort=-joined_7/);
  await page.locator(".group-table tr.ant-table-row", { hasText: NAMES[0] }).first().waitFor();

  for (const name of [NAMES[0], NAMES[1]]) {
    await page.getByRole("checkbox", { name: `选「${name}」` }).check();
  }
  await page.getByText("已选 2 个").waitFor();
  await page.getByRole("button", { name: "归类", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "给 2 个群归类" });
  const choose = async (label, option) => {
    await dialog.getByLabel(label).click();
    await page
      .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", {
        hasText: option,
      })
      .click();
  };
  await choose("分类", "产品");
  await dialog.getByLabel("加标签").fill(`标签${run}`);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await dialog.getByText("2 个群会改").waitFor();
  assert.deepEqual(await look(page, "groups-many-zh"), []);
  await dialog.getByRole("button", { name: "改 2 个群" }).click();
  await page.getByText("改了 2 个群的归类").waitFor();
  await page.goto(`${url}/groups?label=${encodeURIComponent(`标签${run}`)}&kind=product`);
  await page.getByText("共 2 个群").waitFor();
  await page.getByRole("button", { name: "去掉 分类 产品" }).click();
  await page.waitForURL((at) => !at.searchParams.has("kind"));
  await page.goto(`${url}/groups?q=${run}nobody`);
  await page.getByText("没有符合条件的群").waitFor();
  assert.deepEqual(await look(page, "groups-empty-zh"), []);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(NAMES[0]);
  await page.getByRole("option", { name: new RegExp(NAMES[0]) }).click();
  await page.waitForURL(new RegExp(`/groups/${groups[0].id}$`));
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

test("a group's page: members with how they came, its life, its days, its profile", async () => {
  const { page, problems, context } = await begin();
  await page.goto(`${url}/groups/${groups[0].id}`);
  await page.getByRole("heading", { name: NAMES[0] }).waitFor();
  const read = await api("GET", `/api/groups/${groups[0].id}`);
  const { people } = await kept(groups[0]);
  assert.deepEqual([read.people, read.friends, read.strangers], [people, 1, people - 1]);
  assert.match(await page.locator(".group-facts").innerText(), /发言\s+–\s*企业微信不按群告诉/);
  const line = (name) => page.locator(".group-table tr.ant-table-row", { hasText: name });
  await line("林小满").getByText("扫群活码").waitFor();
  await line("青柠").getByText("不是好友").waitFor();
  await line("青柠").getByText("点邀请链接").waitFor();
  await line("青柠").getByText(`群昵称 女-青柠-杭州 ${run}`).waitFor();
  assert.deepEqual(await look(page, "group-members-zh"), []);
  await page.locator(".ant-segmented-item", { hasText: "走了" }).click();
  await page.waitForURL(/gone=true/);
  await line("橙子").getByText("自己退群").waitFor();
  await line("木子").getByText("被移出").waitFor();
  await page.getByRole("tab", { name: "动态" }).click();
  await page.getByText("橙子 退群").waitFor();
  await page.getByText("木子 被移出").waitFor();
  await page.getByText("改了群公告").waitFor();
  assert.deepEqual(await look(page, "group-life-zh"), []);
  await page.getByRole("tab", { name: "每天" }).click();
  await page.getByText("30 天里进群 4 位客户，离开 2 位，现在 2 位").waitFor();
  await page.getByRole("heading", { name: new RegExp(`${members[0].name} 的全部群`) }).waitFor();
  await page.getByText("为什么会不一样").waitFor();
  assert.deepEqual(await look(page, "group-days-zh"), []);

  await page.getByRole("tab", { name: "归类" }).click();
  await page.getByLabel("目的").fill("让买过 2 段的妈妈按时换 3 段");
  // Meanwhile a colleague says something else of it.
  const {
    kind,
    tier,
    labels,
    profile_version: version,
  } = await api("GET", `/api/groups/${groups[0].id}`);
  const profile = { kind, tier, labels, aim: "别的", version };
  await api("PUT", `/api/groups/${groups[0].id}/profile`, profile);
  await page.getByRole("button", { name: "保存归类" }).click();
  await page.getByText("别人刚改过这个群的归类").waitFor();
  assert.equal(await page.getByLabel("目的").inputValue(), "让买过 2 段的妈妈按时换 3 段");
  assert.deepEqual(await look(page, "group-profile-late-zh"), []);
  await page.getByRole("button", { name: "读最新的" }).click();
  await page.locator(".group-side").getByText("别的", { exact: true }).waitFor();
  await page.getByLabel("目的").fill("让买过 2 段的妈妈按时换 3 段");
  await page.getByRole("button", { name: "保存归类" }).click();
  await page.getByText("归类已保存").waitFor();
  assert.equal(
    (await api("GET", `/api/groups/${groups[0].id}`)).aim,
    "让买过 2 段的妈妈按时换 3 段",
  );

  await page.goto(`${url}/groups/duplicates?q=${encodeURIComponent(`林小满 ${run}`)}`);
  await page.getByText("共 1 位").waitFor();
  const several = page.locator(".group-table tr.ant-table-row", { hasText: "林小满" });
  assert.equal(await several.locator("td").nth(1).innerText(), "3");
  assert.equal(await several.locator(".group-which li").count(), 3);
  assert.deepEqual(await look(page, "groups-duplicates-zh"), []);
  await several.getByRole("link", { name: "林小满" }).click();
  await page.getByRole("tab", { name: /^群/ }).click();
  await page.getByRole("link", { name: NAMES[2] }).waitFor();
  assert.equal(await page.locator(".group-table tr.ant-table-row").count(), 3);
  assert.deepEqual(await look(page, "customer-groups-zh"), []);
  await page.goto(`${url}/groups/999999999`);
  await page.getByText("没有这个群，或者不在你的数据范围").waitFor();
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

test("a manager sees the groups of his department only", async () => {
  arranged ??= arrange();
  await arranged;
  const login = `groups.${run}`;
  const { first_password: first } = await api("POST", "/api/users", {
    login,
    name: "店长",
    role: "manager",
    scopes: [{ kind: "department", ref_id: members[2].department.id }],
    with_password: true,
  });
  const { page, problems, context } = await open(here.browser);
  await page.locator('input[autocomplete="username"]').fill(login);
  await page.locator('input[autocomplete="current-password"]').fill(first);
  await page.keyboard.press("Enter");
  await page.getByText("换一个自己的密码").waitFor();
  await page.locator('input[autocomplete="current-password"]').fill(first);
  for (const input of await page.locator('input[autocomplete="new-password"]').all()) {
    await input.fill("a password of mine");
  }
  await page.keyboard.press("Enter");
  await page.locator(".shell").waitFor();
  await page.goto(`${url}/groups?q=${run}`);
  await page.getByText("共 1 个群").waitFor();
  await page.getByRole("link", { name: NAMES[2] }).waitFor();
  await page.goto(`${url}/groups/${groups[0].id}`);
  await page.getByText("没有这个群，或者不在你的数据范围").waitFor();
  await page.goto(`${url}/groups/duplicates?q=${encodeURIComponent(`林小满 ${run}`)}`);
  await page.getByText("没有符合条件的客户").waitFor();
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

const LAID_OUT = [
  ["en", 1024],
  ["zh-CN", 375],
  ["en", 1440],
];
for (const [at, [lang, width]] of LAID_OUT.entries()) {
  rowTest(at + 1)(
    `every page of groups is as wide as the window (${lang}, ${width} px)`,
    async () => {
      const { page, problems, context } = await begin({ lang, width });
      for (const [name, path, seen] of [
        ["list", `/groups?q=${run}`, ".group-table tr.ant-table-row"],
        ["members", `/groups/${groups[0].id}`, ".group-table tr.ant-table-row"],
        ["life", `/groups/${groups[0].id}?tab=life`, ".group-life li"],
        ["days", `/groups/${groups[0].id}?tab=days`, ".group-whys li"],
        ["profile", `/groups/${groups[0].id}?tab=profile`, ".group-profile"],
        ["duplicates", `/groups/duplicates?q=${run}`, ".group-which li"],
      ]) {
        await page.goto(`${url}${path}`);
        await page.locator(seen).first().waitFor();
        assert.ok((await overflow(page)) <= 0, `${name} is too wide`);
        assert.deepEqual(await look(page, `groups-${name}-${lang.slice(0, 2)}-${width}`), []);
        if (lang === "en") {
          const ours = await page
            .locator("h1, th, .group-tile-name, .group-facts dt")
            .allInnerTexts();
          const chinese = ours.filter(
            (text) => /[\u4e00-\u9fff]/.test(text) && !text.includes(run),
          );
          assert.deepEqual(chinese, []);
        }
      }
      assert.deepEqual(quiet(problems), []);
      await context.close();
    },
  );
}
