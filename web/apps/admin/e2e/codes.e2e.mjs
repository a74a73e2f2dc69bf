// A channel code's life in the admin: made, edited, copied, printed, counted, deleted.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, launch, look, rowTest, scan } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const own = (problems) => problems.filter((text) => !/status of 401/.test(text));
const NAME = `橱窗 ${Date.now() % 100000}`;
const active = (page) => page.locator(".page-head .state", { hasText: "可用" });

async function choose(page, how) {
  await page.getByRole("button", { name: "选员工" }).click();
  const dialog = page.getByRole("dialog", { name: "选接待员工" });
  await dialog.locator(".picker-staff .ant-checkbox-wrapper").first().waitFor();
  await how(dialog);
}

test("a code is made from departments, edited, copied and printed", async () => {
  const { page, problems, context } = await enter(browser, "/codes/new");
  await page.getByLabel("名称").fill(NAME);
  await choose(page, async (dialog) => {
    await dialog.locator(".picker-staff .ant-checkbox-wrapper").first().click();
    assert.deepEqual(await look(page, "codes-picker-zh"), []);
    await dialog.getByRole("button", { name: "用这 1 位员工" }).click();
  });
  await page.getByText(/扫码的人都会加到/).waitFor();
  await page.getByLabel("欢迎语（选填）").fill("欢迎 {name} 来店里");
  await page.getByLabel("没有昵称时的欢迎语").fill("欢迎来店里");
  await page.locator(".bubble", { hasText: "欢迎 林小满 来店里" }).waitFor();
  await page.getByText(/草稿已保存/).waitFor();
  assert.deepEqual(await look(page, "codes-new-zh"), []);

  await page.locator(".side-link", { hasText: "渠道活码" }).click();
  await page.getByRole("dialog", { name: "离开这一页？" }).waitFor();
  await page.getByRole("button", { name: "继续写" }).click();
  await page.getByRole("button", { name: "生成活码" }).click();
  await active(page).waitFor({ timeout: 20_000 });
  const qr = await page.locator(".code-content").innerText();
  await scan(qr, "橱窗客");

  await page.getByRole("button", { name: "编辑活码" }).click();
  await choose(page, async (dialog) => {
    await dialog.locator(".picker-staff .ant-checkbox-wrapper").nth(1).click();
    await dialog.getByRole("button", { name: "用这 2 位员工" }).click();
  });
  await page.getByText(/这 2 位员工里随机分配/).waitFor();
  assert.deepEqual(await look(page, "codes-edit-zh"), []);
  await page.getByRole("button", { name: "保存修改" }).click();
  await active(page).waitFor({ timeout: 20_000 });
  assert.equal(await page.locator(".code-content").innerText(), qr);

  await page.getByRole("tab", { name: "印刷" }).click();
  await page.getByLabel("店名（选填）").fill("南山店");
  await page.waitForTimeout(2500);
  assert.deepEqual(await look(page, "codes-sheet-zh"), []);
  for (const kind of ["PDF", "SVG", "PNG"]) {
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: `下载工牌 ${kind}` }).click();
    assert.equal((await saving).suggestedFilename(), `${NAME}-badge.${kind.toLowerCase()}`);
  }

  await page.getByRole("tab", { name: "统计" }).click();
  await page.locator(".chart-frame svg").first().waitFor();
  await page.locator(".tile", { hasText: "新增" }).getByText("1", { exact: true }).waitFor();
  assert.deepEqual(await look(page, "codes-statistics-zh"), []);
  await page.getByRole("button", { name: "看表格" }).first().click();
  await page.locator(".chart-table table").waitFor();

  await page.getByRole("button", { name: "复制活码" }).click();
  await page.getByRole("button", { name: "生成活码" }).waitFor();
  assert.equal(await page.getByLabel("名称").inputValue(), `${NAME} 副本`);
  await page.getByRole("button", { name: "生成活码" }).click();
  await active(page).waitFor({ timeout: 20_000 });
  await page.getByRole("button", { name: "删除渠道活码" }).click();
  const asked = page.getByRole("dialog", { name: `删除渠道活码「${NAME} 副本」？` });
  await asked.getByText("0 位客户").waitFor();
  assert.deepEqual(await look(page, "codes-delete-zh"), []);
  await asked.getByRole("button", { name: "删除渠道活码" }).click();
  await page.locator(".page h1", { hasText: "渠道活码" }).waitFor();

  await page.getByLabel("搜名称").fill(NAME);
  await page.waitForURL(/q=/);
  await page.locator(".ant-table-row").first().waitFor();
  assert.deepEqual(await look(page, "codes-list-zh"), []);
  assert.deepEqual(own(problems), []);
  await context.close();
});

for (const [at, width] of [1024, 1440].entries()) {
  rowTest(at)(`the list, the form and the statistics in English at ${width}`, async () => {
    const { page, problems, context } = await enter(browser, "/codes", { lang: "en", width });
    await page.locator(".ant-table-row").first().waitFor();
    assert.deepEqual(await look(page, `codes-list-en-${width}`), []);
    await page
      .getByRole("button", { name: /^Statistics of/ })
      .first()
      .click();
    await page.locator(".chart-frame svg").first().waitFor();
    assert.deepEqual(await look(page, `codes-statistics-en-${width}`), []);
    await page.getByRole("button", { name: "Edit code" }).click();
    await page.getByRole("button", { name: "Save changes" }).waitFor();
    assert.deepEqual(await look(page, `codes-edit-en-${width}`), []);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    assert.equal(wide, false);
    const words = await page.locator("h1, h2, label, .page button").allInnerTexts();
    assert.deepEqual(
      words.filter((text) => /添加|活码|员工|欢迎语/.test(text) && !text.includes("橱窗")),
      [],
    );
    assert.deepEqual(own(problems), []);
    await context.close();
  });
}
