// A member's pages at 375 px: beside a chat in the demo phone, and by themselves.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { admin, emulator, launch, look, open, scan, until, url } from "../../admin/e2e/browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const shots = process.env.YUTANG_E2E_SHOTS ?? "test-results";
const CODE = "南山店侧栏台卡";
const NAMES = ["邵晚晴", "一个名字特别特别特别长长长长长长长长长长的宝妈👩‍👧‍👦🌸"];
let browser;
let member;
let page;
let day;

before(async () => {
  browser = await launch();
  const api = await admin();
  member = (await api("GET", "/api/staff?limit=40")).items[30];
  const [, stage] = (await api("GET", "/api/tags")).items;
  const { id } = await api("POST", "/api/channels", {
    name: CODE,
    staff_ids: [member.id],
    tag_ids: stage.tags.slice(0, 2).map((tag) => tag.id),
    welcome: { text: "你好 {name}", text_nameless: "你好", attachments: [] },
  });
  const made = await until(async () => {
    const code = await api("GET", `/api/channels/${id}`);
    return code.status === "active" ? code : null;
  });
  day = dayInChina();
  for (const name of NAMES) await scan(made.qr_content, name);
  await until(async () => {
    const { items } = await api("GET", `/api/adds?channel_id=${id}`);
    return items.filter((add) => add.outcome === "sent" && add.customer).length === NAMES.length;
  });
  const [corp] = await (await fetch(`${emulator}/emulator/corps`)).json();
  page = `corp=${corp.corpid}&agent=${corp.apps[0].agentid}`;
});
after(() => browser.close());

// The browser itself logs each answer of 4xx; the first one asks who is signed in.
const own = (problems) => problems.filter((text) => !/status of 401/.test(text));
const chinese = (text) => /[\u4e00-\u9fff]/.test(text);

/** The sidebar laid out at `width`, with text at `percent`. */
async function layOut(tab, frame, width, percent = 100) {
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
  return frame.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  }, percent);
}

/** What axe finds inside the frame. */
async function violations(frame) {
  await frame.evaluate(axe);
  const found = await frame.evaluate(() =>
    window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag22aa"] }),
  );
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target)}`);
}

const words = {
  "zh-CN": { state: "好友", tags: "标签", asOf: "数据截至", owners: "谁加了这位客户" },
  en: { state: "Friend", tags: "Tags", asOf: "As of", owners: "Who knows this customer" },
};

for (const [lang, short] of [
  ["zh-CN", "zh"],
  ["en", "en"],
]) {
  test(`beside a chat stands its customer, and follows the chat (${lang})`, async () => {
    const { page: tab, problems, context } = await open(browser, { lang, at: emulator });
    await tab.goto(`${emulator}/?side=staff&lang=${short}`);
    await tab.locator("#people input[type=search]").fill(member.account);
    await tab.locator("#people button", { hasText: member.name }).first().click();
    await tab.locator(".row", { hasText: NAMES[0] }).click();
    const inside = tab.frameLocator("#beside iframe");
    await inside.locator("h1", { hasText: NAMES[0] }).waitFor({ timeout: 20_000 });
    await inside.locator(".state", { hasText: words[lang].state }).first().waitFor();
    await inside.locator("h2", { hasText: words[lang].tags }).waitFor();
    assert.equal(await inside.locator(".chip").count(), 2);
    await inside.locator("dd", { hasText: CODE }).waitFor();
    await inside.locator("h2", { hasText: words[lang].owners }).waitFor();

    const frame = tab.frames().find((one) => one.url().startsWith(`${url}/m/`));
    assert.equal(await layOut(tab, frame, 375), 0);
    mkdirSync(shots, { recursive: true });
    await tab.locator("#beside iframe").screenshot({ path: `${shots}/sidebar-${short}.png` });
    assert.deepEqual(await violations(frame), []);
    const small = await frame.evaluate(() =>
      [...document.querySelectorAll("a, button")]
        .map((node) => [node.textContent, node.getBoundingClientRect().height])
        .filter(([, height]) => height < 44),
    );
    assert.deepEqual(small, []);
    for (const [width, percent] of [
      [280, 100],
      [320, 125],
      [375, 150],
      [430, 100],
    ]) {
      assert.equal(await layOut(tab, frame, width, percent), 0, `${width} px at ${percent} %`);
    }

    await tab.locator("#beside iframe").evaluate((node) => node.removeAttribute("style"));
    await tab.locator("[data-key=back]").click();
    await tab.locator(".row", { hasText: NAMES[1].slice(0, 8) }).click();
    await inside.locator("h1", { hasText: NAMES[1].slice(0, 8) }).waitFor({ timeout: 20_000 });
    if (lang === "en") {
      const ours = await inside.locator("h2, dt, .tabs a, .fresh, .state").allInnerTexts();
      assert.deepEqual(ours.filter(chinese), []);
    }
    assert.deepEqual(own(problems), []);
    await context.close();
  });

  test(`my day's adds and how each welcome ended (${lang})`, async () => {
    const { page: tab, problems, context } = await open(browser, { lang, width: 375, height: 812 });
    await tab.goto(`${url}/m/today?${page}&lang=${lang}`);
    await tab.locator(".notice a").click();
    // Outside WeCom the emulator asks who one is.
    await tab.locator("input[name=q]").fill(member.account);
    await tab.locator("button").click();
    await tab.locator("li a").first().click();
    await tab.locator(".days").waitFor();
    // The tests may outlive the day on which they added.
    if (dayInChina() !== day) await tab.locator(".days button").first().click();
    await tab.locator("main li", { hasText: NAMES[0] }).waitFor();
    assert.equal(await tab.locator("main li").count(), NAMES.length);
    assert.deepEqual(await look(tab, `today-${short}`), []);
    const sent = lang === "en" ? "Sent" : "已送达";
    assert.equal(await tab.locator(".state", { hasText: sent }).count(), NAMES.length);
    await tab.locator(".days button").first().click();
    await tab.locator(".empty").waitFor();
    await tab.locator(".days button").last().click();
    await tab.locator("main li", { hasText: NAMES[0] }).waitFor();
    if (lang === "en") {
      const ours = await tab
        .locator("h1, .score, .tabs a, .state, .days, .fresh a")
        .allInnerTexts();
      assert.deepEqual(ours.filter(chinese), []);
    }

    await tab.locator(".tabs a").first().click();
    await tab.locator(".notice h1").waitFor();
    assert.deepEqual(await look(tab, `sidebar-elsewhere-${short}`), []);
    assert.deepEqual(own(problems), []);
    await context.close();
  });
}

/** The client's side of the SDK, as its own code speaks with it; `refuse` names what is refused. */
function clientBridge({ external, refuse }) {
  window.asked = [];
  window.WeixinJSBridge = {
    on() {},
    invoke(name, params, answer) {
      window.asked.push([name, params]);
      if (name === refuse) return answer({ err_msg: `${name}:fail no permission` });
      const more = {
        getContext: { entry: "single_chat_tools" },
        getCurExternalContact: { userId: external },
      };
      return answer({ err_msg: `${name}:ok`, ...more[name] });
    },
  };
}

/** A client of WeCom with its member signed in; the page signs itself in unasked. */
async function openClient(external, refuse) {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    locale: "zh-CN",
    userAgent: "Mozilla/5.0 (Linux; Android 12) Chrome/116.0 Mobile wxwork/4.1.39 MicroMessenger/7",
  });
  const { corp } = Object.fromEntries(new URLSearchParams(page));
  const cookie = {
    name: "wecom_emulator_member",
    value: `${corp}|${member.account}`,
    url: emulator,
  };
  await context.addCookies([cookie]);
  await context.addInitScript(clientBridge, { external, refuse });
  const tab = await context.newPage();
  await tab.goto(`${url}/m/?${page}`);
  return { tab, context, corp };
}

test("inside WeCom the SDK is given both signatures and asked who the customer is", async () => {
  const [corp] = await (await fetch(`${emulator}/emulator/corps`)).json();
  const about = `${emulator}/emulator/corps/${corp.corpid}`;
  const { chats } = await (await fetch(`${about}/desk?userid=${member.account}&limit=5`)).json();
  const friend = chats.find((chat) => chat.name === NAMES[0]);
  const { tab, context } = await openClient(friend.external_userid);
  await tab.locator("h1", { hasText: NAMES[0] }).waitFor({ timeout: 20_000 });
  const asked = Object.fromEntries(await tab.evaluate(() => window.asked));
  assert.ok("getCurExternalContact" in asked);
  const { timestamp, nonceStr, signature, agentid, corpid } = asked.agentConfig;
  const page = (await tab.evaluate(() => location.href)).split("#")[0];
  const judged = await fetch(`${about}/js-signature`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ timestamp, nonceStr, signature, agentid, corpid, url: page }),
  });
  assert.equal((await judged.json()).errcode, 0);
  await context.close();

  const refused = await openClient(friend.external_userid, "getCurExternalContact");
  await refused.tab.getByText("企业微信不让这个应用看当前客户").waitFor({ timeout: 20_000 });
  await refused.tab.getByRole("button", { name: "再试一次" }).waitFor();
  await refused.context.close();
});

test("a refused sign-in is told in words, with a way out only to our own pages", async () => {
  const { page: tab, context } = await open(browser, { width: 375, height: 812 });
  const to = encodeURIComponent(`/m/today?${page}`);
  await tab.goto(`${url}/m/refused?why=staff.code_refused&to=${to}`);
  await tab.getByText("这次登录没有完成").waitFor();
  const way = await tab.locator(".notice a").getAttribute("href");
  assert.match(way, /^\/api\/staff\/sign-in\?/);
  assert.deepEqual(await look(tab, "staff-refused-zh"), []);
  await tab.goto(`${url}/m/refused?why=staff.left&to=https%3A%2F%2Fevil.test%2Fm%2F`);
  await tab.getByText("你的账号已停用").waitFor();
  assert.equal(await tab.locator(".notice a").count(), 0);
  await context.close();
});

test("nobody but the phone may frame the pages", async () => {
  const staff = (await fetch(`${url}/m/`)).headers.get("content-security-policy");
  assert.equal(staff, `frame-ancestors 'self' ${emulator}`);
  const other = (await fetch(`${url}/`)).headers.get("content-security-policy");
  assert.equal(other, "frame-ancestors 'none'");
});

/** A moment as a phone's own date field writes it, in the company's time. */
function inChina(moment) {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "short",
  }).format(moment);
  return parts.replace(" ", "T");
}

function dayInChina() {
  return inChina(new Date()).slice(0, 10);
}

test("a shop assistant's round: stage, fact, follow-up, my day, questions, tag, refusal", async () => {
  const api = await admin();
  const age = await api("POST", "/api/fields", {
    name: "宝宝月龄（侧栏）",
    kind: "number",
    group: "宝宝",
    unit: "个月",
  });
  await api("POST", "/api/question-sets", {
    name: "新客两问（侧栏）",
    questions: [
      { text: "宝宝几个月了", field_id: age.id, required: true },
      { text: "现在喝哪个牌子", kind: "choice", options: ["国产", "进口"] },
    ],
  });
  const { items } = await api("GET", "/api/tags");
  const [free] = items.at(-1).tags.filter((tag) => !items[1].tags.slice(0, 2).includes(tag));

  const { page: tab, problems, context } = await open(browser, { at: emulator });
  await tab.goto(`${emulator}/?side=staff&lang=zh`);
  await tab.locator("#people input[type=search]").fill(member.account);
  await tab.locator("#people button", { hasText: member.name }).first().click();
  await tab.locator(".row", { hasText: NAMES[0] }).click();
  const inside = tab.frameLocator("#beside iframe");
  const button = (name) => inside.getByRole("button", { name, exact: true });
  const shot = (name) =>
    tab.locator("#beside iframe").screenshot({ path: `${shots}/sidebar-${name}-zh.png` });
  await inside.locator("h1", { hasText: NAMES[0] }).waitFor();
  const frame = tab.frames().find((one) => one.url().startsWith(`${url}/m/`));
  await layOut(tab, frame, 375);

  await inside.getByLabel("客户阶段").selectOption({ label: "意向" });
  await inside.locator("li", { hasText: "把阶段改成「意向」" }).waitFor();

  await inside.locator(".fact", { hasText: age.name }).click();
  await inside.getByLabel(age.name).fill("八");
  await button("保存").click();
  await inside.getByRole("alert").filter({ hasText: "填得不对" }).waitFor();
  await inside.getByLabel(age.name).fill("8");
  await button("保存").click();
  await inside.locator(".fact", { hasText: "8 个月" }).waitFor();

  await button("写跟进").click();
  await button("有意向").click();
  await inside.getByLabel("记下来").fill("周二带宝宝来试喝");
  await inside.getByLabel("下次什么时候").fill(inChina(new Date(Date.now() + 60_000)));
  await shot("follow");
  assert.deepEqual(await violations(frame), []);
  await button("保存跟进").click();
  await inside.locator(".next h2", { hasText: "周二带宝宝来试喝" }).waitFor();

  await inside.locator(".tabs a", { hasText: "今天" }).click();
  const due = inside.locator(".due li", { hasText: "周二带宝宝来试喝" });
  await due.locator("p", { hasText: NAMES[0] }).waitFor();
  await shot("due");
  await due.getByRole("button", { name: "办完了" }).click();
  await inside.getByText("今天的事都办完了").waitFor();
  await inside.locator(".tabs a", { hasText: "客户" }).click();
  await inside.locator(".next h2", { hasText: "还没约下次跟进" }).waitFor();
  await inside.getByLabel("看哪一类").selectOption({ label: "跟进" });
  await inside.locator("ol li", { hasText: "办完了跟进" }).waitFor();
  assert.deepEqual(await inside.locator("ol li p:first-child").allInnerTexts(), [
    `${member.name} 办完了跟进`,
    `${member.name} 跟进：有意向`,
  ]);

  await inside.locator("li", { hasText: "新客两问" }).getByRole("button").click();
  await inside.getByLabel("现在喝哪个牌子").selectOption({ label: "国产" });
  assert.ok(await button("保存").isDisabled());
  await inside.getByLabel("宝宝几个月了").fill("9");
  await shot("questions");
  await button("保存").click();
  await inside.locator(".fact", { hasText: "9 个月" }).waitFor();

  await button("编辑").click();
  await inside.getByLabel("找标签").fill(free.name);
  await button(`打上「${free.name}」`).click();
  await button(`去掉「${free.name}」`).click();
  await button(`打上「${free.name}」`).waitFor();
  await button("完成").click();
  assert.equal(await inside.locator(".chip").count(), 2);

  await button("客户说别再发推广").click();
  assert.ok(await button("保存").isDisabled());
  const link = inside.getByLabel("客户的退订链接");
  await until(async () => (await link.inputValue()).startsWith(`${url}/p/refuse/`));
  await button("复制退订链接").click();
  await inside.getByText("已复制，粘贴到聊天里发给客户").waitFor();
  await shot("link");
  assert.deepEqual(await violations(frame), []);
  assert.equal((await fetch(await link.inputValue())).status, 200);
  await inside.getByLabel("客户怎么说的").fill("今天聊天里说不要再发");
  await button("保存").click();
  await inside.locator(".next h2", { hasText: "客户不再接收推广" }).waitFor();
  await shot("refused");
  assert.deepEqual(await violations(frame), []);
  for (const width of [280, 375]) assert.equal(await layOut(tab, frame, width), 0, `${width} px`);
  await button("客户又愿意接收了").click();
  await inside.getByLabel("客户怎么说的").fill("到店又勾选了同意");
  await button("保存").click();
  await button("客户说别再发推广").waitFor();
  assert.equal(await inside.getByText("客户不再接收推广").count(), 0);

  // Of what the browser complains only the value that was typed wrong is expected.
  assert.deepEqual(
    own(problems).filter((text) => !/status of 422/.test(text)),
    [],
  );
  await context.close();
});
