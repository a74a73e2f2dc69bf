// The doctor's page: each failure is made to happen, found, and explained with what to click.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { emulator, launch, look, open, proof, rowTest, signIn } from "./browser.mjs";
import { doctor as person, startCrooked } from "./crooked.mjs";

const TOKEN = "/cgi-bin/gettoken";
const FOLLOWERS = "/cgi-bin/externalcontact/get_follow_user_list";
const ADDRESSES = "/cgi-bin/getcallbackip";
const CARD = "/cgi-bin/agent/get";
const CONTACTS = "/cgi-bin/department/simplelist";
const TICKET = "/cgi-bin/ticket/get";
const CONTACT_WAYS = "/cgi-bin/externalcontact/list_contact_way";
const steps = [
  "token",
  "trusted_ip",
  "visible_range",
  "customer_contact",
  "contacts",
  "callback",
  "js_sdk",
  "clock",
  "quotas",
];
const FILE = "WW_verify_aB3dE6gH9jK2mN5p.txt";

let browser;
let crooked;
before(async () => {
  browser = await launch();
  crooked = await startCrooked();
});
afterEach(async () => {
  crooked.wecom.bend = {};
  crooked.road.bend = {};
  await fetch(`${emulator}/emulator/faults`, { method: "DELETE" });
});
after(async () => {
  await browser.close();
  await crooked.stop();
});

async function refuse(path, errcode) {
  const answer = await fetch(`${emulator}/emulator/faults`, {
    method: "POST",
    body: JSON.stringify({ kind: "errcode", path, value: errcode }),
  });
  assert.equal(answer.status, 200);
}

async function doctor(options = {}) {
  const opened = await open(browser, { ...options, at: crooked.url });
  await signIn(opened.page, person);
  await opened.page.goto(`${crooked.url}/settings/wecom`);
  return opened;
}

/** The row of a check once it shows `code`. */
async function row(page, key, code) {
  const found = page.locator(`.check[data-key="${key}"][data-code="${code}"]`);
  await found.first().waitFor({ timeout: 30_000 });
  return found.first();
}

test("where all is well the page says so", async () => {
  const { page, problems, context } = await doctor();
  for (const key of steps) await row(page, key, "ok");
  const shown = await page
    .locator(".check")
    .evaluateAll((rows) => rows.map((one) => one.dataset.key));
  assert.deepEqual(shown, steps);
  await page.getByText("9 项检查都没有问题").waitFor();
  assert.deepEqual(await look(page, "connection-well-zh"), []);
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});

const refusals = [
  {
    code: 40001,
    key: "token",
    paths: [TOKEN],
    says: "Secret 不对",
    click: "Secret 一栏的「查看」",
  },
  { code: 40013, key: "token", paths: [TOKEN], says: "企业 ID 不对", click: "我的企业 → 企业信息" },
  { code: 40091, key: "token", paths: [TOKEN], says: "不属于这个企业", click: "Secret →「查看」" },
  {
    code: 48002,
    key: "customer_contact",
    paths: [FOLLOWERS],
    says: "还不能调用客户联系",
    click: "可调用接口的应用",
  },
  {
    code: 60011,
    key: "customer_contact",
    paths: [FOLLOWERS],
    says: "可见范围",
    click: "「可见范围」→ 编辑",
  },
  {
    code: 50003,
    key: "token",
    paths: [CARD],
    says: "应用被停用了",
    click: "改成「已启用」",
  },
  {
    code: 60021,
    key: "visible_range",
    paths: [CARD],
    says: "有员工不在这个应用的可见范围里",
    click: "「可见范围」→ 编辑",
  },
  {
    code: 48006,
    key: "customer_contact",
    paths: [FOLLOWERS],
    says: "太久没有使用",
    click: "重新启用",
  },
  {
    code: 84074,
    key: "customer_contact",
    paths: [FOLLOWERS],
    says: "没有员工有客户联系的权限",
    click: "可使用客户联系的成员",
  },
  {
    code: 48009,
    key: "contacts",
    paths: [CONTACTS],
    says: "「通讯录同步」的 Secret",
    click: "自建应用自己的 Secret",
  },
  {
    code: 85005,
    key: "js_sdk",
    paths: [TICKET],
    says: "域名的归属还没有校验",
    click: "设置可信域名 → 申请校验域名",
  },
  {
    code: 45009,
    key: "quotas",
    paths: [CONTACT_WAYS],
    says: "这个接口调用得太多",
    click: "等一会儿再检查",
  },
  {
    code: 60020,
    key: "trusted_ip",
    paths: [ADDRESSES, FOLLOWERS],
    says: "127.0.0.1 不在可信名单里",
    click: "「企业可信IP」→ 配置，加上 127.0.0.1",
  },
];
for (const [at, { code, key, paths, says, click }] of refusals.entries()) {
  rowTest(at)(`WeCom's ${code} is explained`, async () => {
    for (const path of paths) await refuse(path, code);
    const { page, context } = await doctor();
    const found = await row(page, key, `wecom.${code}`);
    await found.getByText(says).first().waitFor();
    await found.getByText(click).first().waitFor();
    await found.getByText(String(code), { exact: true }).waitFor();
    const link = await found.getByRole("link").getAttribute("href");
    assert.equal(link, `https://open.work.weixin.qq.com/devtool/query?e=${code}`);
    await row(page, "callback", "ok");
    assert.deepEqual(await look(page, `connection-${code}-zh`), []);
    await context.close();
  });
}

const bends = [
  {
    name: "signature",
    bend: { path: (path) => path.replaceAll("%2B", "+") },
    says: "本站地址拒绝了签名",
    click: "查询参数要原样转发",
  },
  {
    name: "body_changed",
    bend: { body: (body) => Buffer.concat([Buffer.from("\ufeff"), body]) },
    says: "开头多了看不见的 BOM 字符",
    click: "重新点「保存」",
  },
  { name: "timeout", bend: { silent: true }, says: "企业微信只等 1 秒", click: "从外网打开" },
  {
    name: "status",
    bend: { status: 502, body: () => Buffer.from("Bad Gateway") },
    says: "HTTP 502",
    click: "/callbacks/ 要直接转到鱼塘的端口",
  },
];
for (const [at, { name, bend, says, click }] of bends.entries()) {
  rowTest(at)(`a callback address that fails by ${name} is explained`, async () => {
    crooked.road.bend = bend;
    const { page, context } = await doctor();
    const found = await row(page, "callback", `callback.${name}`);
    await found.getByText(says).first().waitFor();
    await found.getByText(click).first().waitFor();
    await row(page, "token", "ok");
    assert.deepEqual(await look(page, `connection-callback-${name}-zh`), []);
    await context.close();
  });
}

proof("a clock that is off by seven minutes is explained, and mended with one click", async () => {
  crooked.wecom.bend = { date: () => new Date(Date.now() + 7 * 60_000).toUTCString() };
  const { page, context } = await doctor();
  const found = await row(page, "clock", "clock.off");
  await found.getByText("慢了 7 分钟").waitFor();
  await found.getByText("自动对时").waitFor();
  await found.scrollIntoViewIfNeeded();
  assert.deepEqual(await look(page, "connection-clock-zh"), []);
  crooked.wecom.bend = {};
  await found.getByRole("button", { name: "再试一次" }).click();
  await row(page, "clock", "ok");
  await context.close();
});

proof("a key of the wrong length is refused where it is entered", async () => {
  const { page, context } = await doctor();
  await page.getByRole("button", { name: /^更换应用/ }).click();
  await page.getByLabel("回调 EncodingAESKey").fill("x".repeat(42));
  await page.getByRole("dialog").getByRole("button", { name: "更换密钥" }).click();
  await page.getByText("现在是 42 位").waitFor();
  assert.deepEqual(await look(page, "connection-callback-key-length-zh"), []);
  await page.keyboard.press("Escape");
  await row(page, "callback", "ok");
  await context.close();
});

proof("a domain file is taken, served at the root, and deleted", async () => {
  const { page, context } = await doctor();
  const upload = page.locator('input[type="file"]');
  await upload.setInputFiles({
    name: "renamed.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("x"),
  });
  await page.getByText("这不是企业微信给的文件").waitFor();
  await upload.setInputFiles({
    name: FILE,
    mimeType: "text/plain",
    buffer: Buffer.from("aB3dE6gH9jK2mN5p"),
  });
  await page.getByRole("link", { name: FILE }).waitFor();
  const served = await fetch(`${crooked.url}/${FILE}`);
  assert.deepEqual([served.status, await served.text()], [200, "aB3dE6gH9jK2mN5p"]);
  await page.getByRole("link", { name: FILE }).scrollIntoViewIfNeeded();
  assert.deepEqual(await look(page, "connection-files-zh"), []);
  await page.getByRole("button", { name: `删除文件 ${FILE}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除文件" }).click();
  await page.getByText("还没有上传过").waitFor();
  assert.equal((await fetch(`${crooked.url}/${FILE}`)).status, 404);
  await context.close();
});

test("the report is text without a secret", async () => {
  await refuse(TOKEN, 40001);
  const { page, context } = await doctor();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await row(page, "token", "wecom.40001");
  await page.getByRole("button", { name: "复制报告" }).click();
  await page.getByText("报告已复制").waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /✗ 应用 \d+ · 企业 ID 和 Secret/);
  assert.match(text, /✓ 应用 \d+ · 回调地址/);
  assert.match(text, /\[wecom\.40001\] WeCom answered 40001/);
  assert.match(text, /devtool\/query\?e=40001/);
  for (const step of ["可见范围", "读取通讯录", "JS-SDK 和可信域名", "额度"]) {
    assert.match(text, new RegExp(`– (应用 \\d+ · )?${step}`));
  }
  assert.doesNotMatch(text, /access_token=|corpsecret=/);
  await context.close();
});

rowTest(1)("in English, on a narrow screen too, no word of ours is Chinese", async () => {
  for (const path of [ADDRESSES, FOLLOWERS]) await refuse(path, 60020);
  const wide = await doctor({ lang: "en" });
  await row(wide.page, "trusted_ip", "wecom.60020");
  await row(wide.page, "quotas", "needs.customer_contact");
  const words = await wide.page.locator(".connection").innerText();
  const company = await wide.page.locator(".connection-facts dd").first().innerText();
  assert.doesNotMatch(words.replace(company, ""), /[\u4e00-\u9fff]/);
  assert.deepEqual(await look(wide.page, "connection-60020-en"), []);
  await wide.page.getByRole("button", { name: "中文" }).click();
  await wide.page.getByText("不在可信名单里").first().waitFor();
  await wide.context.close();
  for (const lang of ["en", "zh-CN"]) {
    const narrow = await doctor({ lang, width: 375, height: 1600 });
    await row(narrow.page, "trusted_ip", "wecom.60020");
    const overflow = await narrow.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
    assert.deepEqual(await look(narrow.page, `connection-60020-${lang}-375`), []);
    await narrow.context.close();
  }
});
