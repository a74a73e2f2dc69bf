// Beside a group chat: the phone's frame and WeCom's SDK tell which group, the page what it is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import {
  emulate,
  emulator,
  look,
  open,
  rowTest,
  stage,
  until,
  url,
} from "../../admin/e2e/browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const shots = process.env.YUTANG_E2E_SHOTS ?? "test-results";
const here = stage();
const run = Date.now().toString(36);
const NAME = `南山宝妈 ${run} 群`;
const FRIEND = `林小满 ${run}`;
let arranged;

/** A member with a customer, and a group of both and of a stranger; what it is for is said. */
async function arrange() {
  const act = (name, body) => emulate(`corps/${here.corp.corpid}/${name}`, body);
  const [member] = (await here.api("GET", "/api/staff?limit=1")).items;
  const person = { unionid: `o-${run}`, name: FRIEND };
  const { external_userid } = await act("add", { userid: member.account, person });
  const { chat_id } = await act("groups", { owner: member.account, name: NAME, members: [] });
  await act(`groups/${chat_id}/join`, { external_userid, scene: 3 });
  const stranger = { unionid: `o-${run}-s`, name: "青柠🍋一家四口住在杭州西湖边" };
  await act(`groups/${chat_id}/join`, { person: stranger, scene: 2 });
  const group = await until(async () => {
    const { items } = await here.api("GET", `/api/groups?q=${run}`);
    return items[0]?.people === 2 ? items[0] : undefined;
  });
  const { profile_version: version } = await here.api("GET", `/api/groups/${group.id}`);
  const aim = "让买过 2 段的妈妈按时换 3 段";
  const profile = { kind: "product", tier: "core", aim, labels: ["南山"], version };
  await here.api("PUT", `/api/groups/${group.id}/profile`, profile);
  await here.api("POST", "/api/group-rules", {
    name: `群规 ${run}`,
    reach: { by: "groups", group_ids: [group.id] },
    rules: "不发广告，不发外链。",
    notice: "欢迎，新人礼找群主。",
    name_pattern: `南山宝妈{n}群`,
  });
  return { member, chat_id, external_userid };
}

const words = {
  "zh-CN": {
    tab: "群",
    kind: "产品群 · 核心",
    strangers: "1 位还不是任何员工的好友",
    notice: "群里没有公告",
  },
  en: {
    tab: "Group",
    kind: "Product group · Core",
    strangers: "1 customer is nobody’s friend yet",
    notice: "The group has no notice",
  },
};

for (const [at, [lang, short]] of [
  ["zh-CN", "zh"],
  ["en", "en"],
].entries()) {
  rowTest(at)(`beside a group stands the group, beside its customer he (${lang})`, async () => {
    arranged ??= arrange();
    const { member } = await arranged;
    const { page: tab, problems, context } = await open(here.browser, { lang, at: emulator });
    await tab.goto(`${emulator}/?side=staff&lang=${short}`);
    await tab.locator("#people input[type=search]").fill(member.account);
    await tab.locator("#people button", { hasText: member.name }).first().click();
    await tab.locator(".row", { hasText: NAME }).click();
    const inside = tab.frameLocator("#beside iframe");
    await inside.locator("h1", { hasText: NAME }).waitFor();
    await inside.getByText(words[lang].kind).waitFor();
    await inside.getByText(words[lang].strangers).waitFor();
    await inside.locator(".tabs a", { hasText: words[lang].tab }).first().waitFor();
    await inside.locator("li", { hasText: FRIEND }).waitFor();
    await inside.getByText(words[lang].notice).waitFor();
    const frame = tab.frames().find((one) => one.url().startsWith(`${url}/m/`));
    for (const width of [280, 375, 430]) {
      await tab
        .locator("#beside iframe")
        .evaluate(
          (node, wide) =>
            node.setAttribute(
              "style",
              `position:fixed;inset:0 auto auto 0;z-index:99;width:${wide}px;height:812px;background:#fff`,
            ),
          width,
        );
      const over = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(over, 0, `${width} px`);
      if (width === 375) {
        const path = `${shots}/sidebar-group-${short}.png`;
        await tab.locator("#beside iframe").screenshot({ path });
      }
    }
    await frame.evaluate(axe);
    const { violations } = await frame.evaluate(() =>
      window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag22aa"] }),
    );
    assert.deepEqual(
      violations.map((one) => one.id),
      [],
    );
    await tab.locator("#beside iframe").evaluate((node) => node.removeAttribute("style"));
    await tab.locator("[data-key=back]").click();
    await tab.locator(".row", { hasText: FRIEND }).first().click();
    await inside.locator("h1", { hasText: FRIEND }).waitFor();
    await tab.locator("[data-key=back]").click();
    await tab.locator(".row", { hasText: NAME }).click();
    await inside.locator("h1", { hasText: NAME }).waitFor();
    assert.deepEqual(
      problems.filter((text) => !/status of 401/.test(text)),
      [],
    );
    await context.close();
  });
}

test("a breach is written down beside the group, and what is left stands on a page", async () => {
  arranged ??= arrange();
  const { member, chat_id } = await arranged;
  const { tab, problems, context } = await phone(chat_id, member);
  await tab.goto(page("/m/"));
  await tab.getByRole("button", { name: "登记违规" }).click();
  await tab.getByPlaceholder("名字或群昵称").fill("青柠");
  await tab.getByRole("button", { name: /青柠/ }).click();
  await tab.getByRole("button", { name: "刷屏" }).click();
  await tab.locator(".choices").last().scrollIntoViewIfNeeded();
  assert.deepEqual(await look(tab, "staff-breach-form"), []);
  await tab.getByRole("button", { name: "登记", exact: true }).click();
  await tab.getByText("这次先私下提醒").waitFor();
  await tab.getByText("连续发很多条").waitFor();
  assert.deepEqual(await look(tab, "staff-breach-told"), []);
  await tab.getByRole("button", { name: "好的" }).click();
  await tab.getByRole("button", { name: "登记违规" }).waitFor();
  const { items } = await here.api("GET", "/api/group-breaches");
  assert.equal(items.filter((one) => one.kind === "flood" && one.state === "told").length, 1);

  await tab.goto(page("/m/group-rules"));
  const card = tab.locator(".card", { hasText: NAME });
  await card.getByText("群里没有公告").waitFor();
  await card.getByRole("button", { name: "复制公告" }).click();
  await card.getByText("已复制").waitFor();
  assert.deepEqual(await look(tab, "staff-own-rules"), []);
  const over = await tab.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(over, 0);
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});

const page = (path) => `${url}${path}?corp=${here.corp.corpid}&agent=${here.corp.apps[0].agentid}`;

/** The client of WeCom of one member, beside a group. */
async function phone(chat, member) {
  const context = await here.browser.newContext({
    viewport: { width: 375, height: 812 },
    locale: "zh-CN",
    userAgent: "Mozilla/5.0 (Linux; Android 12) Chrome/116.0 Mobile wxwork/4.1.39",
  });
  context.setDefaultTimeout(60_000);
  const value = `${here.corp.corpid}|${member.account}`;
  await context.addCookies([{ name: "wecom_emulator_member", value, url: emulator }]);
  await context.addInitScript(clientBridge, chat);
  const tab = await context.newPage();
  const problems = [];
  tab.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  return { tab, problems, context };
}

/** The client's side of the SDK beside a group. */
function clientBridge(chatId) {
  window.WeixinJSBridge = {
    on() {},
    invoke(name, _, answer) {
      const more = { getContext: { entry: "group_chat_tools" }, getCurExternalChat: { chatId } };
      return answer({ err_msg: `${name}:ok`, ...more[name] });
    },
  };
}

test("inside WeCom the SDK is asked for the group; one not known yet is told so", async () => {
  arranged ??= arrange();
  const { member, chat_id } = await arranged;
  for (const [chat, seen] of [
    [chat_id, NAME],
    ["wrNobodyKnowsOfThis", "还看不到这个群"],
  ]) {
    const { tab, context } = await phone(chat, member);
    await tab.goto(page("/m/"));
    await tab.locator("h1", { hasText: seen }).waitFor({ timeout: 60_000 });
    await context.close();
  }
});
