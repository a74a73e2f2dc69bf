// A group code's life: made with a queue, scanned by its lasting address, switched when a group is
// full, reordered by keyboard, run out and carried on by an uploaded picture, said honestly.
import assert from "node:assert/strict";
import {
  drawn,
  emulate,
  emulator,
  enter,
  look,
  open,
  rowTest,
  scan,
  stage,
  until,
  url,
} from "./browser.mjs";

const here = stage();
const quiet = (problems) => problems.filter((text) => !/status of 401/.test(text));
const run = Date.now().toString(36).slice(-5);
const NAME = `鱼塘码 ${run}`;
const group = (n) => `鱼塘 ${run} ${n}`;
const wide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
let arranged;

/** Three groups of one member that Yutang knows, as WeCom has them. */
async function arrange() {
  const [member] = (await here.api("GET", "/api/staff?limit=1")).items;
  const made = [];
  for (const n of [1, 2, 3]) {
    const asked = { owner: member.account, name: group(n) };
    made.push(await emulate(`corps/${here.corp.corpid}/groups`, asked));
  }
  await until(async () => {
    const { items } = await here.api("GET", `/api/groups?q=${run}`);
    return items.length === 3 && items.every((one) => one.name);
  });
  return made;
}

const readCode = async () =>
  (await here.api("GET", `/api/group-codes?q=${encodeURIComponent(NAME)}`)).items[0];

rowTest(0)("a code is made, scanned, switched, and runs out honestly", async () => {
  arranged ??= arrange();
  await arranged;
  const { page, problems, context } = await enter(here.browser, "/group-codes");
  await page.getByRole("button", { name: "新建群活码" }).first().click();
  await page.getByLabel("名称").fill(NAME);
  await page.getByLabel("给客户看的标题（选填）").fill("来聊鱼");
  await page.getByLabel("队列里的群（选填）").fill(run);
  for (const n of [1, 2])
    await page.locator(".ant-select-item-option", { hasText: group(n) }).click();
  await page.keyboard.press("Escape");
  await page.getByLabel("扫这个码进群的人数").fill("1");
  await page.locator(".gc-card", { hasText: "来聊鱼" }).waitFor();
  assert.deepEqual(await look(page, "group-code-new-zh"), []);
  await page.getByRole("button", { name: "生成群活码" }).click();
  await page.locator(".gc-states", { hasText: "可用" }).waitFor();
  await page.getByText("还剩 2 个群、2 个位置").waitFor();
  const made = await readCode();

  const shown = await open(here.browser, { width: 375 });
  await shown.page.goto(made.link);
  await shown.page.getByRole("heading", { name: "来聊鱼" }).waitFor();
  await shown.page.getByRole("img").waitFor();
  assert.ok((await wide(shown.page)) <= 0, "the page at 375 px is too wide");
  assert.deepEqual(await look(shown.page, "group-code-page-zh-375"), []);
  await shown.page.getByRole("link", { name: "English" }).click();
  await shown.page.getByText("Scan the code below to join a group of").waitFor();

  // On the demo phone the code on the page is tapped, as if pressed long: he is in the group.
  const phone = await open(here.browser, { at: emulator });
  const screen = phone.page.locator("#screen");
  await phone.page.getByRole("textbox", { name: "名字", exact: true }).fill(`鱼友一 ${run}`);
  await phone.page.getByRole("button", { name: "添加", exact: true }).click();
  await screen.getByRole("button", { name: "扫一扫" }).first().click();
  await phone.page.getByRole("textbox", { name: "粘贴二维码内容" }).fill(made.link);
  await phone.page.getByRole("button", { name: "扫这个" }).click();
  const frame = phone.page.frameLocator("iframe.opened");
  await frame.getByRole("heading", { name: "来聊鱼" }).waitFor();
  assert.deepEqual(await look(phone.page, "group-code-phone-zh", { except: ["#screen"] }), []);
  await frame.getByRole("img").click();
  await screen
    .getByText(`${group(1)}(2)`)
    .first()
    .waitFor();
  assert.deepEqual(await look(phone.page, "group-code-phone-in-zh", { except: ["#screen"] }), []);
  await phone.context.close();
  // The group is full by this code's size: WeCom is told of the next, under the same picture.
  const next = await until(async () => {
    const now = await readCode();
    return now.groups.full === 1 && now.status === "active" ? now : undefined;
  });
  assert.equal(next.qr_content, made.qr_content);
  assert.equal(next.current.name, group(2));

  await page.getByRole("tab", { name: "群队列" }).click();
  await page
    .locator(".ant-table-row", { hasText: group(1) })
    .getByText("已满")
    .waitFor();
  await page.getByRole("button", { name: "加群" }).click();
  await page.getByText("按名称加一批").click();
  await page.getByLabel("群名里有").fill(`${run} 3`);
  await page.getByText("找到 1 个群").waitFor();
  await page.getByRole("button", { name: "加 1 个群" }).click();
  await page.locator(".ant-table-row", { hasText: group(3) }).waitFor();
  await page.getByRole("button", { name: `把「${group(3)}」移到最前` }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".ant-table-row").first().getByText(group(3)).waitFor();
  assert.deepEqual(await look(page, "group-code-queue-zh"), []);
  await scan(made.qr_content, `鱼友二 ${run}`);
  await until(async () => {
    const now = await readCode();
    return now.groups.full === 2 && now.status === "active";
  });
  await scan(made.qr_content, `鱼友三 ${run}`);
  await until(async () => (await readCode()).shows === "none");
  await shown.page.goto(`${made.link}?lang=zh-CN`);
  await shown.page.getByText("群都满了，新的群还没有建好").waitFor();

  // The picture of a group's own code carries on.
  await page.getByRole("tab", { name: "群二维码图片" }).click();
  await page.getByRole("button", { name: "上传图片" }).click();
  const [{ chat_id }] = (await arranged).slice(-1);
  const bytes = Buffer.from(await (await fetch(`${emulator}/qr/${chat_id}.png`)).arrayBuffer());
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "群.png", mimeType: "image/png", buffer: bytes });
  assert.deepEqual(await look(page, "group-code-upload-zh"), []);
  await page.getByRole("dialog").getByRole("button", { name: "上传图片" }).click();
  await page.getByText("正在用").first().waitFor();
  await shown.page.reload();
  await shown.page.getByText("过后再打开这一页就是新的").waitFor();
  await shown.context.close();

  await page.getByRole("tab", { name: "进群的人" }).click();
  await page.getByText(`鱼友三 ${run}`).waitFor();
  assert.deepEqual(await look(page, "group-code-joins-zh"), []);
  await page.getByRole("tab", { name: "数据" }).click();
  await page.locator(".chart-frame svg").first().waitFor();
  await page.locator(".tile", { hasText: "进群" }).getByText("3", { exact: true }).waitFor();
  assert.deepEqual(await look(page, "group-code-numbers-zh"), []);
  await page.getByRole("tab", { name: "活码", exact: true }).click();
  await drawn(page.getByRole("img", { name: `${NAME} 的二维码` }));
  assert.deepEqual(await look(page, "group-code-zh"), []);
  await page.goto(`${url}/group-codes?q=${encodeURIComponent(run)}`);
  await page.locator(".ant-table-row", { hasText: "群都满了" }).waitFor();
  assert.deepEqual(await look(page, "group-codes-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

for (const [at, [lang, width]] of [
  ["zh-CN", 375],
  ["en", 1024],
  ["en", 375],
].entries()) {
  rowTest(at + 1)(`the pages (${lang}, ${width} px)`, async () => {
    arranged ??= arrange();
    await arranged;
    const { page, problems, context } = await enter(here.browser, "/group-codes", { lang, width });
    const made = await readCode();
    const one = `/group-codes/${made.id}`;
    for (const path of [
      "/group-codes",
      "/group-codes/new",
      one,
      `${one}/edit`,
      ...["queue", "pictures", "numbers", "joins", "print"].map((tab) => `${one}?tab=${tab}`),
    ]) {
      await page.goto(url + path);
      await page.locator(".page h1").first().waitFor();
      await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
      assert.ok((await wide(page)) <= 0, `${path} at ${width} px is too wide`);
      const shot = `group-code-${path.replace(/\W/g, "-")}-${lang}-${width}`;
      // The library's own tabs that do not fit: its fault, not ours.
      assert.deepEqual(await look(page, shot, { except: [".ant-tabs"] }), []);
    }
    assert.deepEqual(quiet(problems), []);
    await context.close();
  });
}
