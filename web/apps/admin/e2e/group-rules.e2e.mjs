// What groups say by themselves: a welcome that owners are asked to choose, and a keyword reply
// that is checked, typed into WeCom's console by a person and ticked off.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, open, proof, signIn, stage, until, url } from "./browser.mjs";

const here = stage();
const run = Date.now().toString(36).slice(-5);
const quiet = (problems) => problems.filter((text) => !/status of (401|409)/.test(text));
const wide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Fill the open drawer's reach with one owner. */
async function choose(page, label, name) {
  await page.getByLabel(label, { exact: true }).last().fill(name);
  await page.locator(".ant-select-item-option", { hasText: name }).first().click();
  await page.keyboard.press("Escape");
}

test("a welcome is made, its owner is asked, and his task says that he chose it", async () => {
  const { items } = await here.api("GET", "/api/staff");
  const [owner] = items;
  await emulate(`corps/${here.corp.corpid}/groups`, {
    owner: owner.account,
    name: `新客群 ${run}`,
  });
  await until(async () => {
    const found = await here.api("GET", `/api/groups?q=${encodeURIComponent(run)}`);
    return found.items.find((one) => one.owner?.id === owner.id);
  });
  const { page, problems, context } = await enter(here.browser, "/groups/rules");
  await page.getByText("还没有入群欢迎语").waitFor();
  assert.deepEqual(await look(page, "group-rules-empty-zh"), []);
  await page.getByRole("button", { name: "新建欢迎语" }).click();
  await page.getByLabel("名称").fill(`新人欢迎 ${run}`);
  await page.getByLabel("文字").fill("你好，欢迎来到新客群！新人礼在群公告里，有事问群主。");
  await page.getByRole("button", { name: "插入新人昵称" }).click();
  await page.getByLabel("附件").click();
  await page.locator(".ant-select-item-option", { hasText: "文件" }).click();
  await page.getByRole("button", { name: "新建并通知群主" }).click();
  await page.getByText("先上传附件").first().waitFor();
  await page.locator("input[type=file]").setInputFiles({
    name: "新人指南.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7 a guide"),
  });
  await page.getByText("新人指南.pdf").waitFor();
  await page.getByRole("radio", { name: "群主的群" }).check();
  await page.getByText("选好给哪些群").waitFor();
  await choose(page, "群主的群", owner.name);
  await page.getByText(/现在有 \d+ 个群，1 位群主/).waitFor();
  assert.deepEqual(await look(page, "group-welcome-form-zh"), []);
  await page.getByRole("button", { name: "新建并通知群主" }).click();
  const row = page.locator("tr", { hasText: `新人欢迎 ${run}` });
  await row.getByText("已在素材库").waitFor();
  await row.getByText("等 1 位。").waitFor();
  assert.deepEqual(await look(page, "group-welcomes-zh"), []);
  await row.getByRole("button", { name: "0 / 1 位说选好了" }).click();
  await page.getByText("等他选").waitFor();
  assert.deepEqual(await look(page, "group-welcome-owners-zh"), []);

  const [welcome] = (await here.api("GET", "/api/group-welcomes")).items;
  assert.deepEqual([welcome.attachment.kind, welcome.file_name], ["file", "新人指南.pdf"]);
  const [one] = (await here.api("GET", `/api/group-welcomes/${welcome.id}/owners`)).items;
  await here.api("POST", `/api/tasks/${one.task_id}/close`, { state: "done" });
  await page.reload();
  await page.locator("tr", { hasText: run }).getByText("1 / 1 位说选好了").waitFor();
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

proof(
  "a keyword reply is checked, typed from the page, ticked off, and an older one shows",
  async () => {
    const { page, problems, context } = await enter(here.browser, "/");
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${url}/groups/rules?tab=replies`);
    const make = async (name, words, text) => {
      await page.getByRole("button", { name: "新建规则" }).click();
      await page.getByLabel("规则名称").fill(name);
      const field = page.getByLabel("关键词", { exact: true });
      for (const word of words) {
        await field.fill(word);
        await field.press("Enter");
      }
      await page.getByLabel("文字").fill(text);
      await page.getByRole("button", { name: "保存", exact: true }).click();
      await page.locator("tr", { hasText: name }).waitFor();
    };
    await make(`价格 ${run}`, [`价格${run}`, "多少钱"], "价目表在群公告里，截图可以放大看。");
    await make(`活动 ${run}`, [`活动价格${run}`], "今天的活动见群公告。");
    const row = page.locator("tr", { hasText: "多少钱" });
    await row.getByText("1 处重叠").waitFor();
    await page.getByText("2 条等人录入后台").waitFor();
    assert.deepEqual(await look(page, "keyword-replies-zh"), []);
    await row.getByRole("button", { name: "去录入" }).click();
    await page.getByRole("button", { name: "复制关键词", exact: true }).click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `价格${run}\n多少钱`);
    assert.deepEqual(await look(page, "keyword-entry-zh"), []);
    await page.getByRole("button", { name: "已录入后台" }).click();
    await row.getByText("已录入").waitFor();
    await row.getByRole("button", { name: `价格 ${run}` }).click();
    await page.getByLabel("文字").fill("价目表换了，见群公告。");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await row.getByText("后台是旧的").waitFor();
    await row.getByRole("button", { name: "去录入" }).click();
    await page.getByText("价目表在群公告里").waitFor();
    assert.deepEqual(await look(page, "keyword-older-zh"), []);
    assert.deepEqual(quiet(problems), []);
    await context.close();

    for (const [lang, width] of [
      ["en", 1024],
      ["zh-CN", 375],
    ]) {
      const small = await enter(here.browser, "/", { lang, width });
      for (const tab of ["welcomes", "replies"]) {
        await small.page.goto(`${url}/groups/rules?tab=${tab}`);
        await small.page.locator("tbody tr", { hasText: run }).first().waitFor();
        assert.ok((await wide(small.page)) <= 0, `${tab} at ${width} px is too wide`);
        assert.deepEqual(await look(small.page, `group-rules-${tab}-${lang}-${width}`), []);
      }
      await small.context.close();
    }
  },
);
