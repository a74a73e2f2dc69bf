// Tiers: who belongs where is said, who is missing is invited through his member, who finds the
// words and the code beside the customer's chat.
import assert from "node:assert/strict";
import {
  emulate,
  emulator,
  enter,
  look,
  onPhone,
  open,
  rowTest,
  stage,
  until,
} from "./browser.mjs";

const here = stage();
const quiet = (problems) => problems.filter((text) => !/status of 401/.test(text));
const run = Date.now().toString(36).slice(-5);
const FRIEND = `林小满 ${run}`;
const GROUP = `核心 ${run}`;
const wide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
let arranged;

/** A member with a customer in the pond, an empty core group, and a rule that finds him. */
async function arrange() {
  const act = (name, body) => emulate(`corps/${here.corp.corpid}/${name}`, body);
  const [member] = (await here.api("GET", "/api/staff?limit=1")).items;
  const person = { unionid: `o-${run}`, name: FRIEND };
  const { external_userid } = await act("add", { userid: member.account, person });
  const { chat_id } = await act("groups", { owner: member.account, name: `鱼塘 ${run}` });
  await act(`groups/${chat_id}/join`, { external_userid, scene: 3 });
  await act("groups", { owner: member.account, name: GROUP });
  const groups = await until(async () => {
    const { items } = await here.api("GET", `/api/groups?q=${run}&sort=-people`);
    return items.length === 2 && items[0].people === 1 ? items : undefined;
  });
  for (const [place, tier] of ["pond", "core"].entries()) {
    const { id } = groups[place];
    await here.api("POST", "/api/groups/profile", { group_ids: [id], set: { tier } });
  }
  const board = await here.api("GET", "/api/group-tiers");
  await here.api("PUT", "/api/group-tiers/core/rule", {
    rule: { match: "all", include: [{ state: "friend", q: run }], exclude: [{ refused: "1" }] },
    back_after_days: 14,
    version: board.items[2].version,
  });
  return member;
}

for (const [at, [lang, width]] of [
  ["zh-CN", 1440],
  ["zh-CN", 375],
  ["en", 1024],
].entries()) {
  rowTest(at)(`the tiers and their rules (${lang}, ${width} px)`, async () => {
    arranged ??= arrange();
    await arranged;
    const { page, problems, context } = await enter(here.browser, "/groups/tiers", { lang, width });
    const core = page.locator(".tier").nth(2);
    await core.locator(".tier-missing b", { hasText: /^\d/ }).first().waitFor();
    assert.ok((await wide(page)) <= 0, `the tiers at ${width} px are too wide`);
    assert.deepEqual(await look(page, `tiers-${lang}-${width}`), []);
    await core.locator(".tier-rule > button").click();
    await page.locator(".rule-found b").waitFor();
    await page.locator(".rule-part.none .ant-btn-link").click();
    assert.deepEqual(await look(page, `tier-rule-${lang}-${width}`), []);
    assert.deepEqual(quiet(problems), []);
    await context.close();
  });
}

rowTest(0)("who is missing is invited, and his member finds what to send", async () => {
  arranged ??= arrange();
  const member = await arranged;
  const { page, problems, context } = await enter(here.browser, "/groups/tiers");
  await page.locator(".tier").nth(2).getByRole("button", { name: "请上来" }).click();
  await page.getByLabel("名称").fill(`进核心群 ${run}`);
  await page.getByLabel("请进哪些群").fill(run);
  await page.locator(".ant-select-item-option", { hasText: GROUP }).click();
  await page.keyboard.press("Escape");
  await page.getByLabel("员工发的话").fill("{name}，核心群每周三有专场，来看看");
  await page.getByLabel("客户没有昵称时这样说").fill("核心群每周三有专场，来看看");
  await page.getByText("位会收到邀请，符合的共 1 位").waitFor();
  await page.getByText(/选的群还能进 19\d 人/).waitFor();
  assert.deepEqual(await look(page, "tier-invite-zh"), []);
  await page.getByRole("button", { name: "邀请 1 位" }).click();
  await page.getByText("进行中").last().waitFor();
  await page.locator(".tier-people", { hasText: FRIEND }).getByText("待员工发").waitFor();
  assert.deepEqual(await look(page, "tier-invited-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();

  const phone = await open(here.browser, { at: emulator });
  await phone.page.goto(`${emulator}/?side=staff&lang=zh`);
  await phone.page.locator("#people input[type=search]").fill(member.account);
  await phone.page.locator("#people button", { hasText: member.name }).first().click();
  await phone.page.locator(".row", { hasText: FRIEND }).click();
  const inside = phone.page.frameLocator("#beside iframe");
  await inside.getByText(`邀请客户进群：进核心群 ${run}`).waitFor();
  const said = await inside.getByLabel("要发的话").inputValue();
  assert.equal(said, `${FRIEND}，核心群每周三有专场，来看看`);
  await inside.getByRole("img", { name: `入群二维码：${GROUP}` }).waitFor();
  assert.deepEqual(await look(phone.page, "tier-sidebar-zh", { except: ["iframe"] }), []);
  // His task leads to the same on his phone, outside WeCom too.
  const tasks = await here.api("GET", `/api/tasks?q=${encodeURIComponent("邀请")}`);
  const { link } = tasks.items.find((one) => one.title.includes(FRIEND));
  const own = await onPhone(here.browser, here.corp, member, link);
  await own.page.getByRole("img", { name: `入群二维码：${GROUP}` }).waitFor();
  assert.equal(await own.page.getByLabel("要发的话").inputValue(), said);
  assert.ok((await wide(own.page)) <= 0, "the sheet of an invitation is too wide");
  assert.deepEqual(await look(own.page, "tier-sheet-zh"), []);
  await own.context.close();
  await inside.getByRole("button", { name: "发好了" }).click();
  await until(async () => {
    const { items } = await here.api(
      "GET",
      `/api/tasks?state=done&q=${encodeURIComponent("邀请")}`,
    );
    return items.some((one) => one.title.includes(FRIEND));
  });
  await phone.context.close();
});
