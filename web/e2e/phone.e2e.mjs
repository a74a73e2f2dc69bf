// The demo phone: a stranger asks, a member accepts, both talk, and an app's page stands beside.
import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { emulator, launch, look, open } from "../apps/admin/e2e/browser.mjs";
import { control, wecom } from "./emulator.mjs";

// The emulator may remember an earlier run.
const RUN = randomUUID().slice(0, 4);
const REMARK = `table card ${RUN}`;
// A frame is the app's own page, which is looked at where it is made.
const LOOKALIKE = { except: ["#beside iframe"] };

let browser;
let corp;
let member;
let config;

async function token() {
  const { apps } = await control(`corps/${corp.corpid}`);
  const query = { corpid: corp.corpid, corpsecret: apps[0].secret };
  return (await wecom("gettoken", undefined, query)).access_token;
}

before(async () => {
  browser = await launch();
  [corp] = await control("corps");
  [member] = await control(`corps/${corp.corpid}/staff?limit=1`);
  const way = { type: 1, scene: 2, skip_verify: false, remark: REMARK, user: [member.userid] };
  const query = { access_token: await token() };
  config = (await wecom("externalcontact/add_contact_way", way, query)).config_id;
});
after(() => browser.close());

const own = (page) => page.locator("#screen");
const side = (page, name) => page.locator(".switch").getByRole("button", { name }).click();

async function scanAndAsk(page, name, words) {
  await page.getByRole("textbox", { name: words.name, exact: true }).fill(name);
  await page.getByRole("button", { name: words.create, exact: true }).click();
  await own(page).getByRole("button", { name: words.scan }).first().click();
  await page
    .getByRole("textbox", { name: words.paste })
    .fill(`https://work.weixin.qq.com/u/vc${config}`);
  await page.getByRole("button", { name: words.go }).click();
}

const ZH = { name: "名字", create: "添加", scan: "扫一扫", paste: "粘贴二维码内容", go: "扫这个" };
const EN = {
  name: "Name",
  create: "Add",
  scan: "Scan",
  paste: "Paste what the code holds",
  go: "Scan this",
};

test("a stranger asks, the member accepts, both talk", async () => {
  const { page, problems, context } = await open(browser, { at: emulator });
  await scanAndAsk(page, `小满${RUN}`, ZH);
  await own(page).getByText(`已向${member.name}发送好友申请，等对方通过。`).waitFor();
  assert.deepEqual(await look(page, "phone-asked-zh", LOOKALIKE), []);

  await side(page, "员工端");
  await own(page)
    .getByRole("button", { name: /新的客户/ })
    .click();
  assert.deepEqual(await look(page, "phone-requests-zh", LOOKALIKE), []);
  const { length: before } = await control(`corps/${corp.corpid}/callbacks`);
  await own(page)
    .getByRole("button", { name: `通过小满${RUN}的申请` })
    .click();
  await own(page).getByText(`你已添加了小满${RUN}，现在可以开始聊天了。`).waitFor();
  const told = await control(`corps/${corp.corpid}/callbacks`);
  assert.deepEqual(
    told.slice(before).map((row) => row.change_type),
    ["add_external_contact"],
  );
  await own(page).getByRole("textbox", { name: "说点什么" }).fill("你好，有什么可以帮你");
  await page.keyboard.press("Enter");
  await own(page).locator(".mine .bubble", { hasText: "有什么可以帮你" }).waitFor();
  // Less motion was asked for: a new bubble is simply there.
  const moves = await own(page)
    .locator(".arrives")
    .last()
    .evaluate((line) => getComputedStyle(line).animationName);
  assert.equal(moves, "none");

  await side(page, "客户端");
  await own(page).locator(".message:not(.mine) .bubble", { hasText: "有什么可以帮你" }).waitFor();
  await own(page).getByRole("textbox", { name: "说点什么" }).fill("奶粉怎么选");
  await page.keyboard.press("Enter");
  await own(page).locator(".mine .bubble", { hasText: "奶粉怎么选" }).waitFor();
  assert.deepEqual(await look(page, "phone-chat-zh", LOOKALIKE), []);

  await side(page, "员工端");
  await own(page).locator(".message:not(.mine) .bubble", { hasText: "奶粉怎么选" }).waitFor();
  await own(page).getByRole("button", { name: "更多" }).click();
  await own(page).getByRole("textbox", { name: "备注" }).fill("小满");
  await page.keyboard.press("Enter");
  await own(page).locator(".who strong", { hasText: "小满" }).waitFor();
  assert.deepEqual(await look(page, "phone-customer-zh", LOOKALIKE), []);
  await own(page).getByRole("button", { name: "删除客户" }).click();
  await side(page, "客户端");
  await own(page).getByText(`${member.name}已删除你`).waitFor();
  // The page beside the chat asks who is there, is told nobody, and signs the member in.
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});

// What a film begins with; the rest nobody looks at.
const FILM = `\0\0\0\x18ftypmp42${"x".repeat(90)}`;

async function upload(type, name, content, contentType, access_token) {
  const form = new FormData();
  form.append("media", new Blob([content], { type: contentType }), name);
  const answer = await fetch(
    `${emulator}/cgi-bin/media/upload?access_token=${access_token}&type=${type}`,
    {
      method: "POST",
      body: form,
    },
  );
  return (await answer.json()).media_id;
}

test("a welcome arrives with all it carries", async () => {
  const access_token = await token();
  const { page, problems, context } = await open(browser, { at: emulator });
  const picture = await page.screenshot({ clip: { x: 20, y: 20, width: 240, height: 160 } });
  const image = await upload("image", "a.png", picture, "image/png", access_token);
  const pdf = await upload(
    "file",
    "价目表 2026.pdf",
    "%PDF-1.7".repeat(9000),
    "application/pdf",
    access_token,
  );
  const video = await upload("video", "到店路线.mp4", FILM, "video/mp4", access_token);
  const config_id = (
    await wecom(
      "externalcontact/add_contact_way",
      { type: 1, scene: 2, remark: `open ${RUN}`, user: [member.userid] },
      { access_token },
    )
  ).config_id;
  await page.getByRole("textbox", { name: ZH.name, exact: true }).fill(`礼${RUN}`);
  await page.keyboard.press("Enter");
  await own(page).getByRole("button", { name: ZH.scan }).first().click();
  await page
    .getByRole("textbox", { name: ZH.paste })
    .fill(`https://work.weixin.qq.com/u/vc${config_id}`);
  await page.keyboard.press("Enter");
  await own(page).getByText(`你已添加了${member.name}`).waitFor();
  const code = (await control(`corps/${corp.corpid}/welcome_codes`)).at(-1);
  await wecom(
    "externalcontact/send_welcome_msg",
    {
      welcome_code: code.welcome_code,
      text: { content: "你好，宝宝喂养和换段的问题都可以问我" },
      attachments: [
        {
          msgtype: "link",
          link: {
            title: "0–12 个月喂养对照表",
            url: "https://example.com/",
            desc: "按月龄看奶量、辅食和作息，一张图存手机",
          },
        },
        {
          msgtype: "miniprogram",
          miniprogram: {
            title: "新客礼：试用装免费领",
            pic_media_id: image,
            appid: "wx1",
            page: "index.html",
          },
        },
        { msgtype: "image", image: { media_id: image } },
        { msgtype: "file", file: { media_id: pdf } },
        { msgtype: "video", video: { media_id: video } },
      ],
    },
    { access_token },
  ).catch((refusal) => assert.fail(String(refusal)));
  await own(page).getByText("到店路线.mp4").waitFor();
  const box = await own(page).locator(".linkcard").first().boundingBox();
  assert.equal(box.width, 250);
  assert.equal(
    await own(page)
      .locator("img.cover")
      .evaluate((found) => found.naturalWidth),
    240,
  );
  assert.ok(await own(page).getByText("文件 · 70 kB").isVisible());
  await own(page)
    .locator(".messages")
    .evaluate((list) => list.scrollTo(0, 0));
  assert.deepEqual(await look(page, "phone-welcome-zh", LOOKALIKE), []);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a new bubble slides in where motion is welcome", async () => {
  const context = await browser.newContext({ reducedMotion: "no-preference", locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(`${emulator}/`);
  await scanAndAsk(page, `爱动的人${RUN}`, ZH);
  // What is there when a chat opens does not move; only what comes after it does.
  await own(page).getByText("发送好友申请，等对方通过。").waitFor();
  const [{ external_userid }] = await control(
    `corps/${corp.corpid}/people?limit=1&q=${encodeURIComponent(`爱动的人${RUN}`)}`,
  );
  const pair = { userid: member.userid, external_userid };
  await control(`corps/${corp.corpid}/complete`, pair);
  await control(`corps/${corp.corpid}/say`, {
    from: member.userid,
    to: external_userid,
    text: "你来啦",
  });
  const line = own(page).locator(".message.arrives", { hasText: "你来啦" });
  await line.waitFor();
  assert.equal(await line.evaluate((found) => getComputedStyle(found).animationName), "arrives");
  await context.close();
});

/** An app whose page knows nothing of Yutang: signs itself in, asks for the customer, sends words. */
async function stranger() {
  const access_token = await token();
  const { apps } = await control(`corps/${corp.corpid}`);
  const agentid = apps[0].agentid;
  const opened = [];
  const server = createServer(async (request, response) => {
    const at = new URL(request.url, `http://${request.headers.host}`);
    if (!at.searchParams.has("code")) {
      const query = new URLSearchParams({
        appid: corp.corpid,
        redirect_uri: `${at.origin}/sidebar`,
        response_type: "code",
        scope: "snsapi_base",
        state: "s1",
        agentid,
      });
      response.writeHead(302, { location: `${emulator}/connect/oauth2/authorize?${query}` });
      return response.end();
    }
    const code = at.searchParams.get("code");
    opened.push((await wecom("auth/getuserinfo", undefined, { access_token, code })).userid);
    const { ticket } = await wecom("ticket/get", undefined, { access_token, type: "agent_config" });
    const text = `jsapi_ticket=${ticket}&noncestr=n&timestamp=1770000000&url=${at.href}`;
    const signature = createHash("sha1").update(text).digest("hex");
    const config = {
      corpid: corp.corpid,
      agentid,
      timestamp: 1770000000,
      nonceStr: "n",
      url: at.href,
    };
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><html lang="en"><title>app</title><link rel="icon" href="data:,"><pre></pre>
      <button>send</button><script>
      let last = 0;
      const ask = (method, args) => new Promise((told) => {
        const id = ++last;
        addEventListener("message", function hear(event) {
          if (event.data.id !== id) return;
          removeEventListener("message", hear);
          told(event.data);
        });
        parent.postMessage({ type: "wecom-emulator", id, method, args }, ${JSON.stringify(emulator)});
      });
      const note = (value) => document.querySelector("pre").append(value + "\\n");
      addEventListener("message", (event) => event.data.event && note("event " + event.data.userId));
      document.querySelector("button").onclick = async () =>
        note((await ask("sendChatMessage", { msgtype: "text", text: { content: "来自侧边栏" } })).errMsg);
      (async () => {
        const config = ${JSON.stringify(config)};
        note((await ask("getCurExternalContact", {})).errMsg);
        note((await ask("agentConfig", { ...config, signature: "0".repeat(40) })).errMsg);
        note((await ask("agentConfig", { ...config, signature: "${signature}" })).errMsg);
        note((await ask("getContext", {})).entry);
        note((await ask("getCurExternalContact", {})).userId);
        note((await ask("openMoon", {})).errMsg);
      })();
      </script></html>`);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { agentid, opened, origin, close: () => server.close() };
}

async function friend(name) {
  const { external_userid } = await control(`corps/${corp.corpid}/add`, {
    userid: member.userid,
    person: { name },
  });
  return external_userid;
}

test("an app's page beside the chat speaks as its app and for the open chat only", async () => {
  const app = await stranger();
  const kept = corp.apps.find((one) => one.agentid === app.agentid).sidebar_url;
  const pages = (sidebar_url) =>
    control(`corps/${corp.corpid}/pages`, { agentid: app.agentid, sidebar_url });
  await pages(`${app.origin}/sidebar`);
  try {
    const [one, other] = [await friend(`甲先生${RUN}`), await friend(`乙女士${RUN}`)];
    const { page, problems, context } = await open(browser, { at: emulator });
    await side(page, "员工端");
    await own(page)
      .getByRole("button", { name: `甲先生${RUN}` })
      .click();
    const heard = page.frameLocator("#beside iframe").locator("pre");
    const says = (text) => heard.filter({ hasText: text }).waitFor();
    await says("openMoon:fail");
    assert.deepEqual((await heard.textContent()).trim().split("\n"), [
      "getCurExternalContact:fail 48002",
      "agentConfig:fail 40093",
      "agentConfig:ok",
      "single_chat_tools",
      one,
      "openMoon:fail function not exist",
    ]);
    assert.deepEqual(app.opened, [member.userid]);
    await page.frameLocator("#beside iframe").getByRole("button", { name: "send" }).click();
    await own(page).locator(".mine .bubble", { hasText: "来自侧边栏" }).waitFor();
    await says("sendChatMessage:ok");
    assert.deepEqual(await look(page, "phone-sidebar-zh", LOOKALIKE), []);
    await own(page).getByRole("button", { name: "返回" }).click();
    await own(page)
      .getByRole("button", { name: `乙女士${RUN}` })
      .click();
    await says(other);
    const [{ body }] = await control(
      `corps/${corp.corpid}/messages?userid=${member.userid}&external_userid=${one}`,
    );
    assert.deepEqual(body, { text: { content: "来自侧边栏" } });
    assert.deepEqual(problems, []);
    await context.close();

    const phone = await open(browser, { at: emulator, lang: "en", width: 375, height: 812 });
    await side(phone.page, "Staff");
    await own(phone.page)
      .getByRole("button", { name: `甲先生${RUN}` })
      .click();
    await own(phone.page).getByRole("button", { name: "Sidebar" }).click();
    await phone.page
      .frameLocator("#beside iframe")
      .locator("pre", { hasText: "openMoon" })
      .waitFor();
    assert.deepEqual(await look(phone.page, "phone-sidebar-375-en", LOOKALIKE), []);
    await phone.page.getByRole("button", { name: "Close the sidebar" }).focus();
    await phone.page.keyboard.press("Escape");
    await phone.page.locator("#beside").waitFor({ state: "hidden" });
    assert.deepEqual(phone.problems, []);
    await phone.context.close();
  } finally {
    await pages(kept);
    app.close();
  }
});

test("it fills a narrow screen, in English without a Chinese word of ours", async () => {
  for (const [lang, words, names] of [
    ["zh-CN", ZH, ["客户端", "人物", "小屏客"]],
    ["en", EN, ["Customer", "People", "Small screen"]],
  ]) {
    const { page, problems, context } = await open(browser, {
      at: emulator,
      lang,
      width: 375,
      height: 812,
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, 375);
    await page.getByRole("button", { name: names[1], exact: true }).click();
    assert.deepEqual(await look(page, `phone-rest-375-${lang}`, LOOKALIKE), []);
    await page.getByRole("textbox", { name: words.name, exact: true }).fill(names[2]);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: names[1], exact: true }).click();
    assert.deepEqual(await look(page, `phone-empty-375-${lang}`, LOOKALIKE), []);
    if (lang === "en") {
      const empty = await own(page).innerText();
      assert.ok(!/[\u3400-\u9fff]/.test(empty), empty);
      const chrome = await page.locator("#sides").innerText();
      assert.ok(!/[\u3400-\u9fff]/.test(chrome), chrome);
    }
    assert.deepEqual(problems, []);
    await context.close();
  }
  const { page, problems, context } = await open(browser, { at: emulator, lang: "en" });
  await side(page, "Staff");
  await own(page).getByRole("button", { name: /Chats/ }).waitFor();
  assert.deepEqual(await look(page, "phone-desk-en", LOOKALIKE), []);
  assert.deepEqual(problems, []);
  await context.close();
});
