// Growth, targets and old pools: people are added in the emulator, the pages say how many stayed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, rowTest, stage, until, url } from "./browser.mjs";

const here = stage();
const run = Date.now().toString(36);
const quiet = (problems) => problems.filter((text) => !/status of 401/.test(text));

test("adds, targets and an old pool: what the emulator does stands on the pages", async () => {
  const { items } = await here.api("GET", "/api/staff");
  const [one, two] = items;
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format();
  const span = `from=${today}&to=${today}&staff_id=${one.id}`;
  const before = (await here.api("GET", `/api/growth?${span}`)).total;
  const ids = [];
  for (const name of ["甲", "乙", "丙"]) {
    const person = { unionid: `o-growth-${run}-${name}`, name: `增长${name}` };
    ids.push(
      (await emulate(`corps/${here.corp.corpid}/add`, { userid: one.account, person }))
        .external_userid,
    );
  }
  await until(async () => {
    const { total } = await here.api("GET", `/api/growth?${span}`);
    return total.adds === before.adds + 3;
  });
  await emulate(`corps/${here.corp.corpid}/unfollow`, {
    external_userid: ids[0],
    userid: one.account,
    by: "customer",
  });
  const { total } = await until(async () => {
    const read = await here.api("GET", `/api/growth?${span}`);
    return read.total.stayed === before.stayed + 2 ? read : undefined;
  });

  const { page, problems, context } = await enter(
    here.browser,
    `/reports/growth?from=${today}&to=${today}&staff=${one.id}&by=staff`,
  );
  const tile = page.locator(".growth-tiles button", { hasText: /^新增/ });
  await tile.filter({ hasText: /\d/ }).waitFor();
  assert.match(await tile.innerText(), new RegExp(`^新增\\s+${total.adds}\\b`));
  await page.locator(".growth-table tr", { hasText: one.name }).waitFor();
  assert.deepEqual(await look(page, "growth-zh"), []);
  await page.getByRole("tab", { name: "来源归因" }).click();
  await page.locator(".growth-share").waitFor();
  assert.deepEqual(await look(page, "attribution-zh"), []);

  await page.goto(`${url}/targets`);
  await page.getByRole("button", { name: "设定目标" }).first().click();
  await page.getByLabel("名单").fill(`${one.account}\t500\n${two.account}，500`);
  await page.locator(".ant-drawer").getByRole("button", { name: "设定目标" }).click();
  await page.locator("tr", { hasText: one.name }).getByRole("progressbar").waitFor();
  assert.deepEqual(await look(page, "targets-zh"), []);
  await page.getByRole("button", { name: "导入", exact: true }).click();
  const upload = page.getByRole("dialog", { name: "导入目标" });
  await upload.locator("input[type=file]").setInputFiles({
    name: "目标.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`员工账号,目标\n${one.account},500\n${two.account},600\n`),
  });
  await upload.getByText("2 行：新建 0 个，更新 1 个，不变 1 个").waitFor();
  assert.deepEqual(await look(page, "targets-import-zh"), []);
  await upload.getByRole("button", { name: "导入 1 行" }).click();
  await page.getByText("新建了 0 个，更新了 1 个").waitFor();

  await page.goto(`${url}/old-pools`);
  await page.getByRole("button", { name: "登记老账号和老群" }).click();
  await page.getByLabel("名单").fill(`老号${run}\t账号\t4800\n老群${run}，群，300`);
  await page.getByLabel("谁来承接").fill(one.name);
  await page.locator(".ant-select-item-option", { hasText: one.name }).first().click();
  await page.getByRole("button", { name: "生成活码" }).click();
  const row = page.locator("tr", { hasText: `老群${run}` });
  await row.getByText("已生成").waitFor();
  assert.match(await row.innerText(), /300/);
  assert.deepEqual(await look(page, "old-pools-zh"), []);
  assert.deepEqual(quiet(problems), []);
  await context.close();
});

for (const [at, [lang, width]] of [
  ["zh-CN", 375],
  ["en", 1024],
].entries()) {
  rowTest(at + 1)(`the pages in ${lang} at ${width} fit`, async () => {
    const { page, context } = await enter(here.browser, "/targets", { lang, width });
    for (const path of [
      "/reports/growth",
      "/reports/growth?tab=attribution",
      "/targets",
      "/old-pools",
    ]) {
      await page.goto(url + path);
      await page.locator(".page h1").first().waitFor();
      await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
      assert.deepEqual(await look(page, `growth-${at}-${lang}-${width}`), [], path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${path} is ${over} px too wide`);
    }
    await context.close();
  });
}
