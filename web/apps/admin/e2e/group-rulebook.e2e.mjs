// Rules of groups beside what WeCom shows: made, read back, followed; who breaks them is told,
// then removed, and the emulator's callback says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, rowTest, stage, until, url } from "./browser.mjs";

const here = stage();
const run = Date.now().toString(36).slice(-5);
const NOTICE = "请把群昵称改成 姓名-性别-区域；广告、外链第一次提醒，第二次请出群。";
const quiet = (problems) => problems.filter((text) => !/status of (401|409)/.test(text));
const wide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
const act = (path, body) => emulate(`corps/${here.corp.corpid}/${path}`, body);
const inGroup = (verb, body) => act(`groups/${made.chat_id}/${verb}`, body);
const persons = [
  { unionid: `o-${run}-1`, name: `陈小满 ${run}` },
  { unionid: `o-${run}-2`, name: `周可欣 ${run}` },
  { unionid: `o-${run}-3`, name: `白雪 ${run}` },
];
let made;
let arranged;

/** One owner's group with three strangers, of whom one is called as the rules want. */
async function arrange() {
  const [owner] = (await here.api("GET", "/api/staff")).items;
  const name = `老客福利 ${run}`;
  const { chat_id } = await act("groups", { owner: owner.account, name });
  made = { chat_id, name, owner };
  for (const person of persons) await inGroup("join", { person, scene: 3, state: "x" });
  await inGroup("nickname", { person: persons[0], nickname: "陈小满-女-南山" });
  await inGroup("nickname", { person: persons[1], nickname: "可欣" });
  made.id = await until(async () => {
    const { items } = await here.api("GET", `/api/groups?q=${encodeURIComponent(run)}`);
    const [found] = items.filter((one) => one.name === name && one.people === 3);
    if (!found) return undefined;
    const { items: stays } = await here.api("GET", `/api/groups/${found.id}/members?q=可欣`);
    return stays.some((one) => one.nickname === "可欣") ? found.id : undefined;
  });
}

async function begin(more) {
  arranged ??= arrange();
  await arranged;
  const opened = await enter(here.browser, "/", more);
  await opened.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return opened;
}

test("rules are made, the group is found to be otherwise, and set right", async () => {
  const { page, problems, context } = await begin();
  await page.goto(`${url}/groups/rules?tab=rules`);
  await page.getByText("还没有群规").waitFor();
  assert.deepEqual(await look(page, "rulebook-empty-zh"), []);
  await page.getByRole("button", { name: "新建群规" }).click();
  await page.getByLabel("名称").fill(`福利群规 ${run}`);
  await page.getByRole("radio", { name: "群主的群" }).check();
  await page.getByRole("combobox", { name: "群主的群", exact: true }).fill(made.owner.name);
  await page.locator(".ant-select-item-option", { hasText: made.owner.name }).first().click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "填入示例" }).first().click();
  await page.getByLabel("群公告").fill(NOTICE);
  await page.getByRole("button", { name: "姓名-性别-区域" }).click();
  await page.getByText("姓名-性别-区域，例：李雷-男-南山区").waitFor();
  await page.getByLabel("群名格式").fill("老客福利{n}群");
  await page.getByText("例：老客福利1群").waitFor();
  assert.deepEqual(await look(page, "rulebook-form-zh"), []);
  await page.getByRole("button", { name: "新建并通知群主" }).click();
  const row = page.locator("tr", { hasText: `福利群规 ${run}` });
  await row.getByText("1 人不符").waitFor();
  await until(async () => {
    await page.reload();
    await row.waitFor();
    return (await row.getByText("等 1 位").count()) > 0;
  });
  assert.deepEqual(await look(page, "rulebook-list-zh"), []);
  await row.getByRole("button", { name: "等 1 位" }).click();
  await page.getByText("等他改").first().waitFor();
  assert.deepEqual(await look(page, "rulebook-owners-zh"), []);
  await page.keyboard.press("Escape");

  await page.goto(`${url}/groups/rules?tab=standing&wrong=any`);
  const group = page.locator("tr", { hasText: made.name });
  await group.getByText("没有公告").waitFor();
  assert.deepEqual(await look(page, "rulebook-standing-zh"), []);
  await group.getByRole("button", { name: "复制正确的群名" }).click();
  const right = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(right, /^老客福利\d+群$/);

  await group.getByRole("link", { name: made.name }).click();
  await page.getByText("请把群昵称改成").first().waitFor();
  await page.getByText("可欣", { exact: true }).waitFor();
  assert.deepEqual(await look(page, "rulebook-group-zh"), []);

  // The owner does what his task says; the readings end it.
  await inGroup("notice", { notice: `${NOTICE}  \n` });
  await inGroup("rename", { name: right });
  made.name = right;
  const [rules] = (await here.api("GET", "/api/group-rules")).items;
  await until(async () => {
    const { items } = await here.api("GET", `/api/group-rules/groups?set_id=${rules.id}`);
    const one = items.find((found) => found.id === made.id);
    return one.notice === "same" && one.name_state === "right";
  });
  await page.reload();
  await page.getByText("一致", { exact: true }).waitFor();
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

test("who breaks the rules is told, then removed, and WeCom says that he was", async () => {
  const { page, problems, context } = await begin();
  await page.goto(`${url}/groups/rules?tab=breaches`);
  await page.getByText("还没有人违规").waitFor();
  const who = persons[1].name;
  const record = async (kind, more) => {
    await page.getByRole("button", { name: "登记违规" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("群", { exact: true }).fill(made.name);
    await page.locator(".ant-select-item-option", { hasText: made.name }).first().click();
    await dialog.getByLabel("谁").fill("可欣");
    await page.locator(".ant-select-item-option", { hasText: who }).click();
    await dialog.getByLabel("违规", { exact: true }).click();
    await page.locator(".ant-select-item-option", { hasText: kind }).click();
    await dialog.getByLabel("说明（选填）").fill("卖面膜");
    if (more) assert.deepEqual(await look(page, "rulebook-record-zh"), []);
    await dialog.getByRole("button", { name: /^登\s?记$/ }).click();
  };
  await record("发广告", true);
  await page.getByText("私下提醒的话").first().waitFor();
  assert.deepEqual(await look(page, "rulebook-told-zh"), []);
  await page.getByRole("button", { name: "复制私下提醒的话" }).click();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /刚才那条是广告/);
  await page.keyboard.press("Escape");
  await record("发外链");
  await page.getByText("群里说明的话").first().waitFor();
  assert.deepEqual(await look(page, "rulebook-remove-zh"), []);
  await page.keyboard.press("Escape");
  const first = page.locator("tr", { hasText: who }).first();
  await first.getByText("要移出群").waitFor();

  await inGroup("kick", { person: persons[1] });
  await until(async () => {
    const { items } = await here.api("GET", "/api/group-breaches?state=removed");
    return items.length === 1;
  });
  await page.reload();
  await first.getByText("已移出").waitFor();
  assert.deepEqual(await look(page, "rulebook-breaches-zh"), []);
  await page.locator("tr", { hasText: who }).last().getByRole("button", { name: "打开" }).click();
  await page.getByRole("button", { name: "免了这次" }).click();
  await page.getByLabel("为什么免").fill("误会一场");
  await page.getByRole("button", { name: "免了这次" }).click();
  await page.getByText("误会一场").first().waitFor();
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

for (const [at, [lang, width]] of [
  ["zh-CN", 375],
  ["en", 1024],
  ["en", 1440],
].entries()) {
  // The tests before have filled the pages at the usual width.
  rowTest(at + 1)(`no page of rules scrolls sideways: ${lang} at ${width} px`, async () => {
    const { page, problems, context } = await begin({ lang, width });
    for (const tab of ["rules", "standing", "breaches"]) {
      await page.goto(`${url}/groups/rules?tab=${tab}`);
      await page.locator("tbody tr.ant-table-row").first().waitFor();
      assert.ok((await wide(page)) <= 0, `${tab} at ${width} px is too wide`);
      assert.deepEqual(await look(page, `rulebook-${tab}-${lang}-${width}`), []);
    }
    await page.goto(`${url}/groups/${made.id}?tab=rules`);
    await page
      .getByText("陈小满-女-南山")
      .or(page.getByText("Nicknames:"))
      .or(page.getByText("群昵称："))
      .first()
      .waitFor();
    assert.ok((await wide(page)) <= 0, `a group's rules at ${width} px are too wide`);
    assert.deepEqual(await look(page, `rulebook-group-${lang}-${width}`), []);
    assert.deepEqual(quiet(problems), []);
    await context.close();
  });
}
