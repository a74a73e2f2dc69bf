// The README's path as written: sign in, make a code, scan it on the phone, see who came.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { emulator, launch, look, needed, open, rowTest, url } from "./browser.mjs";

const pictures = process.env.YUTANG_E2E_PICTURES;
const first = {
  login: needed("YUTANG_E2E_NEWCOMER"),
  password: needed("YUTANG_E2E_NEWCOMER_PASSWORD"),
};
const chosen = `${first.password}-own`;
// WeChat's greys stay as they are; a frame is the app's own page.
const LOOKALIKE = { except: ["#screen", "#beside iframe"] };
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser.close());

const own = (problems) => problems.filter((text) => !/status of 401/.test(text));

async function picture(page, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

async function enter(page, password) {
  await page.locator('input[autocomplete="username"]').fill(first.login);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.keyboard.press("Enter");
}

const languages = [
  {
    lang: "zh-CN",
    short: "zh",
    person: "林小满",
    code: "南山店台卡",
    text: "你好 {name}，我是你的专属顾问",
    nameless: "你好，我是你的专属顾问",
    greeting: "你好 林小满，我是你的专属顾问",
    admin: {
      codes: "渠道活码",
      grow: "获客",
      fresh: "新建渠道活码",
      name: "名称",
      pick: "选员工",
      take: "用这 1 位员工",
      text: "欢迎语（选填）",
      nameless: "没有昵称时的欢迎语",
      create: "生成活码",
      overview: "概览",
      sent: "已送达",
      owners: "跟进员工",
      first: "第一次成为公司的客户",
    },
    phone: {
      name: "名字",
      create: "添加",
      scan: "扫一扫",
      paste: "粘贴二维码内容",
      go: "扫这个",
      staff: "员工端",
    },
  },
  {
    lang: "en",
    short: "en",
    person: "Mia",
    code: "Harbour desk",
    text: "Hello {name}, nice to meet you",
    nameless: "Hello, nice to meet you",
    greeting: "Hello Mia, nice to meet you",
    admin: {
      codes: "Channel codes",
      grow: "Grow",
      fresh: "New channel code",
      name: "Name",
      pick: "Choose staff",
      take: "Use 1 staff",
      text: "Welcome (optional)",
      nameless: "Welcome without a nickname",
      create: "Create code",
      overview: "Overview",
      sent: "Sent",
      owners: "Staff",
      first: "First time a customer of the company",
    },
    phone: {
      name: "Name",
      create: "Add",
      scan: "Scan",
      paste: "Paste what the code holds",
      go: "Scan this",
      staff: "Staff",
    },
  },
];

test("the first password opens nothing but its own change", async () => {
  const { page, problems, context } = await open(browser);
  await enter(page, first.password);
  await page.getByText("换一个自己的密码").waitFor();
  await page.goto(`${url}/customers`);
  await page.getByText("换一个自己的密码").waitFor();
  assert.deepEqual(await look(page, "choose-password-zh"), []);
  await page.locator('input[autocomplete="current-password"]').fill(first.password);
  const [fresh, again] = await page.locator('input[autocomplete="new-password"]').all();
  await fresh.fill("short");
  await again.fill("else");
  await page.keyboard.press("Enter");
  await page.locator(".ant-form-item-explain", { hasText: "至少 8 个字符" }).waitFor();
  await page.getByText("两次写的不一样").waitFor();
  await fresh.fill(chosen);
  await again.fill(chosen);
  await page.keyboard.press("Enter");
  await page.locator(".shell").waitFor();
  assert.deepEqual(own(problems), []);
  await context.close();
});

for (const [at, words] of languages.entries()) {
  rowTest(at)(`ten minutes in ${words.lang}`, async () => {
    const { page, problems, context } = await open(browser, { lang: words.lang });
    await enter(page, chosen);
    await page.locator(".day-tiles").waitFor();
    assert.deepEqual(await look(page, `newcomer-1-overview-${words.short}`), []);

    const member = await makeCode(page, words);
    const qr = await page.locator(".code-content").innerText();
    assert.match(qr, /^https:\/\/work\.weixin\.qq\.com\/u\/vc/);
    assert.deepEqual(await look(page, `newcomer-2-code-${words.short}`), []);

    const phone = await context.newPage();
    await phone.goto(`${emulator}/?lang=${words.short}`);
    await scanOnPhone(phone, words, qr);
    assert.deepEqual(await look(phone, `newcomer-3-phone-${words.short}`, LOOKALIKE), []);

    await page.bringToFront();
    await page.getByRole("link", { name: words.admin.overview, exact: true }).click();
    const row = page.locator("tr", { hasText: words.person });
    await row.getByText(words.admin.sent).waitFor({ timeout: 20_000 });
    await row.locator("a[href^='/codes/']", { hasText: words.code }).waitFor();
    assert.deepEqual(await look(page, `newcomer-4-add-${words.short}`), []);
    await picture(page, `overview-${words.short}`);

    await row.getByRole("link", { name: words.person }).click();
    await page.locator("h1", { hasText: words.person }).waitFor();
    await page.locator(".owner", { hasText: member }).waitFor();
    await page.locator(".tag-rows button").first().waitFor();
    await page.locator(".life", { hasText: words.admin.first }).waitFor();
    assert.deepEqual(await look(page, `newcomer-5-customer-${words.short}`), []);
    await picture(page, `customer-${words.short}`);

    await besideTheChat(phone, words, member);
    await picture(phone, `phone-${words.short}`);
    assert.deepEqual(own(problems), []);
    await context.close();
  });
}

/** Makes the code with one member and one tag; returns the member's name. */
async function makeCode(page, { admin, ...words }) {
  const steps = page.locator(".steps a", { hasText: admin.fresh });
  if (await steps.count()) {
    await steps.click();
  } else {
    await page.getByRole("link", { name: admin.grow, exact: true }).click();
    await page.getByRole("button", { name: admin.fresh }).first().click();
  }
  await page.getByLabel(admin.name, { exact: true }).fill(words.code);
  await page.getByRole("button", { name: admin.pick }).click();
  const staff = page.locator(".picker-staff .ant-checkbox-wrapper").first();
  const place = await staff.locator(".meta").innerText();
  const member = (await staff.innerText()).replace(place, "").trim();
  await staff.click();
  await page.getByRole("button", { name: admin.take }).click();
  await page.locator("#tag_ids").click();
  await page.locator(".ant-select-tree-title").nth(1).click();
  await page.keyboard.press("Escape");
  await page.getByLabel(admin.text).fill(words.text);
  await page.getByLabel(admin.nameless).fill(words.nameless);
  await page.getByRole("button", { name: admin.create }).click();
  await page.locator(".code-content").waitFor({ timeout: 20_000 });
  return member;
}

/** A new person pastes what the code holds, and the welcome arrives. */
async function scanOnPhone(phone, words, qr) {
  const screen = phone.locator("#screen");
  await phone.getByRole("textbox", { name: words.phone.name, exact: true }).fill(words.person);
  await phone.getByRole("button", { name: words.phone.create, exact: true }).click();
  await screen.getByRole("button", { name: words.phone.scan }).first().click();
  await phone.getByRole("textbox", { name: words.phone.paste }).fill(qr);
  await phone.getByRole("button", { name: words.phone.go }).click();
  await screen.locator(".bubble", { hasText: words.greeting }).waitFor({ timeout: 20_000 });
}

/** The member's side: the chat, and beside it who the customer is. */
async function besideTheChat(phone, words, member) {
  await phone.bringToFront();
  await phone.locator(".switch").getByRole("button", { name: words.phone.staff }).click();
  await phone.locator("#people input[type=search]").fill(member);
  await phone.locator("#people button", { hasText: member }).first().click();
  await phone.locator(".row", { hasText: words.person }).click();
  const beside = phone.frameLocator("#beside iframe");
  await beside.locator("h1", { hasText: words.person }).waitFor({ timeout: 20_000 });
  await beside.locator("dd", { hasText: words.code }).waitFor();
  assert.deepEqual(await look(phone, `newcomer-6-sidebar-${words.short}`, LOOKALIKE), []);
}
