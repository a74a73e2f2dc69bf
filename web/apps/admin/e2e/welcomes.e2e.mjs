// Welcomes: a default, one for the night, which applies and why, the phone that follows each key,
// a file that is ready, and each add.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { emulate, enter, look, rowTest, stage, until, url } from "./browser.mjs";

const here = stage();
const run = Date.now().toString(36).slice(-5);
const quiet = (problems) => problems.filter((text) => !/status of (401|409)/.test(text));
const wide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

// What is for everybody would greet those whom other tests add.
after(async () => {
  const { items } = await here.api("GET", "/api/welcomes");
  for (const { id } of items.filter((one) => one.reach !== "channel"))
    await here.api("DELETE", `/api/welcomes/${id}`);
});

test("a welcome is written, previewed, told why it applies, and sent", async () => {
  const { page, problems, context } = await enter(here.browser, "/welcomes");
  await page.getByText("还没有企业默认：").waitFor();
  assert.deepEqual(await look(page, "welcomes-empty-zh"), []);
  await page.getByRole("button", { name: "新建欢迎语" }).click();
  await page.getByRole("button", { name: "启用欢迎语" }).click();
  await page.getByText("写一段文字或放一个附件").waitFor();
  const text = page.getByLabel("欢迎语", { exact: true });
  await text.fill("{name}你好，");
  await page.getByRole("button", { name: "员工名" }).first().click();
  await page.getByLabel("没有昵称时的欢迎语").fill("你好，我们在的");
  await page.getByLabel("不知道员工名时写").fill("顾问");
  const phone = page.locator(".greet-phone");
  const [staff] = (await here.api("GET", "/api/staff?limit=1")).items;
  await phone.getByText(`你好，${staff.name}`).waitFor();
  await page.locator(".greet-preview .ant-select").click();
  await page.locator(".ant-select-item-option", { hasText: "没有昵称" }).click();
  await phone.getByText("你好，我们在的").waitFor();
  await page.getByRole("button", { name: "图片", exact: true }).click();
  await page.locator("input[type=file]").setInputFiles({
    name: "到店礼.png",
    mimeType: "image/png",
    buffer: PIXEL,
  });
  await phone.locator("img").waitFor();
  assert.deepEqual(await look(page, "welcome-editor-zh"), []);
  await page.getByRole("button", { name: "启用欢迎语" }).click();
  await page.locator("tr", { hasText: "你好，" }).getByText("都已备好").waitFor();

  await here.api("POST", "/api/welcomes", {
    reach: "corp",
    hours: { start: "22:00", end: "08:00" },
    content: { text: "夜里好，明早回复", attachments: [] },
  });
  await page.reload();
  await page.getByText("会收到：企业默认，全天").waitFor();
  const clock = page.locator(".which").getByLabel("几点");
  await clock.fill("23:30");
  await clock.press("Enter");
  await page.getByText("会收到：企业默认，每天 22:00–08:00").waitFor();
  await page.locator(".which-steps").getByText("有更具体的").waitFor();
  assert.deepEqual(await look(page, "welcomes-zh"), []);

  const person = { unionid: `o${run}`, name: `阿福${run}` };
  await emulate(`corps/${here.corp.corpid}/add`, { userid: staff.account, person });
  await until(async () => {
    const { items } = await here.api("GET", "/api/adds?limit=20");
    return items.find((add) => add.customer?.name === person.name && add.outcome === "sent");
  });
  await page.getByRole("link", { name: "每次添加" }).click();
  await page.getByText(person.name).first().waitFor();
  assert.deepEqual(await look(page, "welcome-adds-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

for (const [at, [lang, width]] of [
  ["zh-CN", 1440],
  ["en", 375],
  ["zh-CN", 1024],
].entries()) {
  // The first row is the test above.
  rowTest(at + 1)(`welcomes in ${lang} at ${width}`, async () => {
    const { page, problems, context } = await enter(here.browser, "/welcomes", {
      lang,
      width,
      height: 900,
    });
    const { items } = await here.api("GET", "/api/welcomes");
    for (const [path, name] of [
      ["/welcomes", "welcomes"],
      ["/welcomes/new?reach=department", "welcome-new"],
      [`/welcomes/${items[0].id}`, "welcome-one"],
      ["/welcomes?tab=adds", "welcome-adds"],
    ]) {
      await page.goto(url + path);
      await page.locator(".page h1").first().waitFor();
      await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
      assert.deepEqual(await look(page, `${name}-${lang}-${width}`), [], path);
      assert.ok((await wide(page)) <= 0, `${path} is wider than ${width}`);
    }
    assert.deepEqual(quiet(problems), []);
    await context.close();
  });
}
