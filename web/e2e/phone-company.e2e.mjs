// The demo phone with a company behind it: groups, to-dos that staff confirm, Moments, the desk.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { emulator, launch, look, open, rowTest, until } from "../apps/admin/e2e/browser.mjs";
import { control, wecom } from "./emulator.mjs";

const RUN = randomUUID().slice(0, 4);
const UNCALLED = "/cgi-bin/externalcontact/get_product_album_list";

let browser;
let corp;
let member;
let access_token;

before(async () => {
  browser = await launch();
  [corp] = await control("corps");
  [, member] = await control(`corps/${corp.corpid}/staff?limit=2`);
  const { apps } = await control(`corps/${corp.corpid}`);
  const query = { corpid: corp.corpid, corpsecret: apps[0].secret };
  ({ access_token } = await wecom("gettoken", undefined, query));
});
after(() => browser.close());

const own = (page) => page.locator("#screen");
const side = (page, name) => page.locator(".switch").getByRole("button", { name }).click();
const tab = (page, name) =>
  own(page)
    .locator(".tab")
    .filter({ hasText: new RegExp(`^${name}`) })
    .click();
const api = (name, body) => wecom(`externalcontact/${name}`, body, { access_token });
const act = (name, body) => control(`corps/${corp.corpid}/${name}`, body);

async function friend(name) {
  const person = { name, unionid: `o${name}` };
  return (await act("add", { userid: member.userid, person })).external_userid;
}

async function sit(page, words) {
  await side(page, words.staff);
  await page.locator("#people").getByRole("searchbox").fill(member.userid);
  await page.locator("#people .person", { hasText: member.name }).first().click();
  await own(page).locator(".bar strong", { hasText: member.name }).waitFor();
}

async function be(page, words, name) {
  await side(page, words.customer);
  await page.locator("#people").getByRole("button", { name }).click();
}

const ZH = { customer: "客户端", staff: "员工端" };
const EN = { customer: "Customer", staff: "Staff" };

test("what the company asks for arrives once the member has sent it", async () => {
  const [mia, zoe] = [`米娅${RUN}`, `佐伊${RUN}`];
  const to = [await friend(mia), await friend(zoe)];
  const text = `周末到店有礼${RUN}`;
  await api("add_msg_template", {
    chat_type: "single",
    external_userid: to,
    sender: member.userid,
    allow_select: true,
    text: { content: text },
  });
  const { page, problems, context } = await open(browser, { at: emulator });
  await sit(page, ZH);
  await tab(page, "工作台");
  const task = own(page).locator(".task", { hasText: text });
  await task.getByText("发给 2 位客户").waitFor();
  assert.deepEqual(await look(page, "phone-work-zh"), []);
  const received = () => act(`received?external_userid=${to[0]}`);
  assert.deepEqual(await received(), []);

  // By keyboard: who is left out, then sent.
  await task.getByRole("button", { name: "不发给谁" }).press("Enter");
  const sheet = page.getByRole("dialog", { name: "不发给谁" });
  await sheet.getByRole("checkbox", { name: zoe }).press("Space");
  assert.deepEqual(await look(page, "phone-except-zh"), []);
  await sheet.getByRole("button", { name: "发送给 1 位" }).press("Enter");
  await page.getByText("已发送：送达 1").waitFor();
  await task.waitFor({ state: "detached" });
  assert.deepEqual(
    (await received()).map((row) => [row.kind, row.body.text]),
    [["broadcast", text]],
  );
  assert.deepEqual(await act(`received?external_userid=${to[1]}`), []);
  await own(page)
    .getByRole("button", { name: /^已完成/ })
    .click();
  const done = own(page).locator(".task", { hasText: text });
  await done.getByText("送达 1").waitFor();
  await done.getByText("没有选 1").waitFor();
  assert.deepEqual(await look(page, "phone-done-zh"), []);

  const { moment_id } = await act("moments", { userid: member.userid, text: `秋天来了${RUN}` });
  await be(page, ZH, mia);
  await own(page).locator(".row", { hasText: text }).click();
  await own(page).locator(".message:not(.mine) .bubble", { hasText: text }).waitFor();
  await own(page).getByRole("button", { name: "返回" }).click();
  await tab(page, "朋友圈");
  const post = own(page).locator(".post", { hasText: `秋天来了${RUN}` });
  await post.locator(".dots").click();
  await post.getByRole("button", { name: "赞", exact: true }).click();
  await post.locator(".likes", { hasText: mia }).waitFor();
  await post.locator(".dots").click();
  await post.getByRole("button", { name: "评论", exact: true }).click();
  await post.getByRole("textbox").fill("真好");
  await page.keyboard.press("Enter");
  await post.getByText(`${mia}：真好`).waitFor();
  assert.deepEqual(await look(page, "phone-moments-zh"), []);
  const { comment_list: comments } = await api("get_moment_comments", {
    moment_id,
    userid: member.userid,
  });
  assert.deepEqual(
    comments.map((row) => row.external_userid),
    [to[0]],
  );
  await tab(page, "我");
  await own(page)
    .getByRole("button", { name: /收到的消息/ })
    .click();
  const rows = own(page).locator(".got");
  await rows.nth(1).waitFor();
  assert.deepEqual(await rows.locator(".kindmark").allTextContents(), ["朋友圈", "群发"]);
  assert.deepEqual(await look(page, "phone-received-zh"), []);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a customer scans into a group, writes there, and leaves", async () => {
  const name = `Club ${RUN}`;
  const first = await friend(`Ada ${RUN}`);
  const { chat_id } = await act("groups", { owner: member.userid, name, members: [first] });
  const way = { scene: 2, remark: name, chat_id_list: [chat_id], state: "desk" };
  await api("groupchat/add_join_way", way);
  const narrow = { at: emulator, lang: "en", width: 375, height: 812 };
  const { page, problems, context } = await open(browser, narrow);
  await page.getByRole("button", { name: "People", exact: true }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(`Bea ${RUN}`);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "People", exact: true }).click();
  await own(page).getByRole("button", { name: "Scan" }).first().click();
  const codes = page.getByRole("dialog", { name: "Scan" });
  await codes.getByRole("button", { name: new RegExp(name) }).click();
  await own(page).getByText("You joined by the group's code").waitFor();
  await own(page).getByText(`${name} (3)`).waitFor();
  await act("say", { from: member.userid, chat_id, text: `Welcome ${RUN}` });
  await own(page)
    .locator(".message", { hasText: `Welcome ${RUN}` })
    .waitFor();
  await own(page).getByRole("textbox", { name: "Say something" }).fill("Thank you");
  await page.keyboard.press("Enter");
  await own(page).locator(".mine .bubble", { hasText: "Thank you" }).waitFor();
  assert.deepEqual(await look(page, "phone-group-375-en"), []);
  await own(page).getByRole("button", { name: "More" }).click();
  await own(page).getByText("3 members").waitFor();
  assert.deepEqual(await look(page, "phone-groupinfo-375-en"), []);
  await own(page).getByRole("button", { name: "Leave the group" }).click();
  await own(page).getByRole("button", { name: "Press again to leave" }).click();
  await page.getByText(`You left “${name}”.`).waitFor();
  const [group] = await act(`groups?chat_id=${chat_id}`);
  assert.deepEqual(group.members, [member.userid, first]);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 375);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a member answers an app's card, and the app is told", async () => {
  const task = `task-${RUN}`;
  const { apps } = await control(`corps/${corp.corpid}`);
  const card = {
    card_type: "button_interaction",
    main_title: { title: `Hand over ${RUN}`, desc: "Two customers" },
    task_id: task,
    button_list: [{ text: "Accept", style: 1, key: "yes" }],
  };
  const message = { touser: member.userid, msgtype: "template_card", agentid: apps[0].agentid };
  await wecom("message/send", { ...message, template_card: card }, { access_token });
  const { page, problems, context } = await open(browser, { at: emulator, lang: "en" });
  await sit(page, EN);
  await own(page)
    .getByRole("button", { name: /App messages/ })
    .click();
  const shown = own(page).getByRole("group", { name: `Hand over ${RUN}` });
  assert.deepEqual(await look(page, "phone-app-en"), []);
  await shown.getByRole("button", { name: "Accept" }).press("Enter");
  await page.getByText("The app was told").waitFor();
  await until(async () => {
    const told = await act("callbacks");
    return told.some((row) => row.event === "template_card_event" && row.xml.includes(task));
  });
  assert.deepEqual(problems, []);
  await context.close();
});

for (const [at, [lang, words, width]] of [
  [
    "zh-CN",
    {
      desk: "桌面",
      wire: "接口与回调",
      faults: "故障",
      time: "时间",
      quota: "额度",
      split: "分栏",
      kind: "出什么问题",
      http: "返回 HTTP 状态",
      where: "哪个接口",
      set: "设置",
      clear: "去掉故障：返回 HTTP 状态 503",
      struck: "已发生 1 次",
      minute: "+ 1 分钟",
      real: "回到真实时间",
      same: "和真实时间一致",
      refused: "HTTP 503",
      answer: "回答",
    },
    1440,
  ],
  [
    "en",
    {
      desk: "Desk",
      wire: "Wire",
      faults: "Faults",
      time: "Clock",
      quota: "Quota",
      split: "Split",
      kind: "What goes wrong",
      http: "Answers an HTTP status",
      where: "Which API",
      set: "Set",
      clear: "Clear fault: Answers an HTTP status 503",
      struck: "struck 1×",
      minute: "+ 1 min",
      real: "Back to real time",
      same: "Same as real time",
      refused: "HTTP 503",
      answer: "Answer",
    },
    375,
  ],
].entries()) {
  rowTest(at)(
    `the desk sets a fault, moves the clock and tells of calls (${lang}, ${width} px)`,
    async () => {
      const { page, problems, context } = await open(browser, {
        at: emulator,
        lang,
        width,
        height: 900,
      });
      const seen = (name) => look(page, `desk-${name}-${width}-${lang}`);
      if (width < 700) await page.getByRole("button", { name: words.desk, exact: true }).click();
      const panel = page.locator("#panel");
      // On a slow machine the list of known paths comes while the form is being filled in.
      let release;
      const late = new Promise((resolve) => {
        release = resolve;
      });
      await page.route("**/emulator/coverage", async (route) => {
        await late;
        await route.continue();
      });
      await page.getByRole("tab", { name: words.wire }).press("ArrowRight");
      const faults = page.getByRole("tab", { name: words.faults });
      assert.equal(await faults.getAttribute("aria-selected"), "true");
      await panel.getByRole("combobox", { name: words.kind }).selectOption({ label: words.http });
      await panel.locator('[data-key="value"]').fill("503");
      await panel.getByRole("combobox", { name: words.where }).fill(UNCALLED);
      release();
      await panel.locator("#apis option").first().waitFor({ state: "attached" });
      await panel.getByRole("button", { name: words.set, exact: true }).click();
      const clear = panel.getByRole("button", { name: words.clear });
      await clear.waitFor();
      const failed = await fetch(`${emulator}${UNCALLED}?access_token=${access_token}`);
      assert.equal(failed.status, 503);
      await panel.getByText(words.struck).waitFor();
      assert.deepEqual(await seen("faults"), []);
      await clear.click();
      await clear.waitFor({ state: "detached" });
      assert.ok(!(await control("faults")).some((fault) => fault.path === UNCALLED));

      await page.getByRole("tab", { name: words.time }).click();
      await panel.getByText(words.same).waitFor();
      await panel.getByRole("button", { name: words.minute }).click();
      await until(async () => (await control("clock")).ahead > 59);
      await panel.getByText(words.same).waitFor({ state: "detached" });
      assert.deepEqual(await seen("clock"), []);
      await panel.getByRole("button", { name: words.real }).click();
      await panel.getByText(words.same).waitFor();

      await page.getByRole("tab", { name: words.quota }).click();
      await panel.locator(".gauge").first().waitFor();
      assert.deepEqual(await seen("quota"), []);

      await page.getByRole("tab", { name: words.wire }).click();
      await panel.getByRole("button", { name: words.split }).click();
      assert.equal(await panel.locator(".events").count(), 2);
      const call = panel.locator("details", { hasText: UNCALLED.split("/").at(-1) }).first();
      await call.getByText(words.refused).waitFor();
      await call.locator("summary").press("Enter");
      await call.getByText(words.answer, { exact: true }).waitFor();
      assert.deepEqual(await seen("wire"), []);
      assert.deepEqual(problems, []);
      await context.close();
    },
  );
}

test("a script is chosen, played as fast as it can, and its outcome checked", async () => {
  const { page, problems, context } = await open(browser, {
    at: emulator,
    lang: "zh-CN",
    width: 1440,
    height: 900,
  });
  const panel = page.locator("#panel");
  await page.getByRole("tab", { name: "剧本" }).click();
  await panel.getByText("选一个剧本").waitFor();
  assert.equal(await panel.getByRole("radio").count(), 7);
  assert.deepEqual(await look(page, "desk-script-zh"), []);
  assert.deepEqual(problems, []);
  await context.close();
});
