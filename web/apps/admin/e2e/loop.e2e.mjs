// The main job in a browser: sign in, make a code, a stranger scans it, he shows up welcomed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, look, open, scan, signIn } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// The browser itself logs each answer of 4xx; the first one asks who is signed in.
const own = (problems) => problems.filter((text) => !/status of 401/.test(text));

test("a wrong password is refused in words", async () => {
  const { page, context } = await open(browser);
  await page.locator('input[autocomplete="username"]').fill("nobody");
  await page.locator('input[autocomplete="current-password"]').fill("wrong wrong");
  await page.keyboard.press("Enter");
  await page.getByText("账号或密码不对").waitFor();
  assert.deepEqual(await look(page, "sign-in-zh"), []);
  await context.close();
});

test("a code is made, scanned and seen", async () => {
  const { page, problems, context } = await open(browser);
  await signIn(page);
  await page.locator(".page h1").waitFor();
  assert.deepEqual(await look(page, "overview-before-zh"), []);

  await page.getByRole("link", { name: "渠道活码" }).click();
  await page.getByRole("button", { name: "新建渠道活码" }).first().click();
  await page.getByLabel("名称").fill("南山店台卡");
  await page.getByRole("button", { name: "选员工" }).click();
  await page.locator(".picker-staff .ant-checkbox-wrapper").first().click();
  await page.getByRole("button", { name: "用这 1 位员工" }).click();
  await page.getByLabel("欢迎语（选填）").fill("你好 {name}，我是你的专属顾问");
  await page.getByLabel("没有昵称时的欢迎语").fill("你好，我是你的专属顾问");
  await page.locator(".bubble", { hasText: "你好 林小满" }).waitFor();
  assert.deepEqual(await look(page, "code-new-zh"), []);
  await page.getByRole("button", { name: "生成活码" }).click();

  const content = page.locator(".code-content");
  await content.waitFor({ timeout: 20_000 });
  assert.deepEqual(await look(page, "code-zh"), []);
  const qr = await content.innerText();
  assert.match(qr, /^https:\/\/work\.weixin\.qq\.com\/u\/vc/);

  const friend = await scan(qr, "豆豆妈🌸");
  assert.ok(friend.external_userid.startsWith("wm"));
  await page.getByRole("link", { name: "概览" }).click();
  const row = page.locator("tr", { hasText: "豆豆妈🌸" });
  await row.getByText("已送达").waitFor({ timeout: 20_000 });
  await row.getByText("南山店台卡").waitFor();
  assert.deepEqual(await look(page, "overview-zh"), []);
  assert.deepEqual(own(problems), []);
  await context.close();
});

test("the same in English has no Chinese word of ours", async () => {
  const { page, problems, context } = await open(browser, { lang: "en", width: 1280, height: 720 });
  await page.getByText("Sign in to Yutang").waitFor();
  assert.deepEqual(await look(page, "sign-in-en"), []);
  await signIn(page);
  await page.getByText("Callbacks waiting").waitFor();
  await page.locator("tr", { hasText: "Sent" }).first().waitFor();
  assert.deepEqual(await look(page, "overview-en"), []);
  for (const [link, name] of [
    ["Channel codes", "codes-en"],
    ["Callbacks", "callbacks-en"],
  ]) {
    await page.getByRole("link", { name: link }).click();
    await page.locator(".page h1", { hasText: link }).waitFor();
    await page.waitForTimeout(600);
    assert.deepEqual(await look(page, name), []);
    const heads = await page
      .locator("h1, th, button:not(.link, .ant-btn-text, .me)")
      .allInnerTexts();
    assert.deepEqual(
      heads.filter((text) => /[\u4e00-\u9fff]/.test(text) && !/演示/.test(text)),
      [],
    );
  }
  assert.deepEqual(own(problems), []);
  await context.close();
});

test("the keyboard reaches everything in order", async () => {
  const { page, context } = await open(browser);
  await signIn(page);
  await page.locator(".tiles").waitFor();
  const seen = [];
  for (let step = 0; step < 7; step += 1) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => document.activeElement?.textContent?.trim()));
  }
  assert.deepEqual(seen.slice(0, 5), ["概览", "渠道活码", "回调", "English", "演"]);
  await context.close();
});
