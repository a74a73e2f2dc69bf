// Who is on duty of a code: rules saved, somebody taken off, a day played through.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { admin, enter, launch, look, rowTest } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const own = (problems) => problems.filter((text) => !/status of 401/.test(text));

test("a code gets hours, caps and a stand-in, and tells who is on", async () => {
  const api = await admin();
  const staff = (await api("GET", "/api/staff?limit=3")).items;
  const code = await api("POST", "/api/channels", {
    name: `排班 ${Date.now() % 100000}`,
    staff_ids: [staff[0].id, staff[1].id],
  });
  const { page, problems, context } = await enter(browser, `/codes/${code.id}?tab=rota`);
  await page.getByText("现在 2 人在接待").waitFor();
  const row = page.getByRole("row", { name: new RegExp(staff[0].name) });
  await page.getByRole("button", { name: `让 ${staff[0].name} 停止接待` }).click();
  await row.getByText("停止接待", { exact: true }).first().waitFor();
  await page.getByText("现在 1 人在接待").waitFor();
  await page.getByRole("button", { name: `让 ${staff[0].name} 恢复接待` }).click();
  await page.getByText("现在 2 人在接待").waitFor();

  await page.getByRole("button", { name: "加一行时段" }).click();
  const end = page.getByLabel("第 1 行的结束时间");
  await end.fill("02:00");
  await end.press("Enter");
  await page.getByText("次日").waitFor();
  await page.getByLabel("所有人", { exact: true }).last().fill("50");
  await page.getByRole("button", { name: "保存排班" }).click();
  await page.getByText(/没有设替补/).waitFor();
  await page.getByText(/每周有 83 小时名单里没人接待/).waitFor();

  await page.getByRole("button", { name: "试算", exact: true }).click();
  await page.getByText(/10,000 人扫码：超出上限/).waitFor();
  await page.locator(".rota-bars li").first().waitFor();
  assert.deepEqual(await look(page, "rota-zh"), []);
  assert.deepEqual(own(problems), []);
  await context.close();
});

const OTHERS = [
  { lang: "en", width: 1024 },
  { lang: "zh-CN", width: 375 },
];
test("codes are made from a file, its wrong rows told", async () => {
  const api = await admin();
  const [member] = (await api("GET", "/api/staff?limit=1")).items;
  const name = `批量 ${Date.now() % 100000}`;
  const { page, problems, context } = await enter(browser, "/codes");
  await page.getByRole("button", { name: "批量建码" }).click();
  const dialog = page.getByRole("dialog", { name: "批量建码" });
  await dialog.locator('input[type="file"]').setInputFiles({
    name: "codes.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`活码名称,员工账号\n${name},${member.account}\n不行,nobody\n`),
  });
  await dialog.getByText("没有账号是「nobody」的员工").waitFor();
  assert.deepEqual(await look(page, "batch-checked-zh"), []);
  await dialog.getByRole("button", { name: "生成 1 个活码" }).click();
  await dialog.getByText("已生成 1 / 1").waitFor({ timeout: 60_000 });
  await dialog.getByRole("button", { name: "关上，后台继续" }).click();
  await page.getByRole("button", { name }).first().waitFor();
  await page.goto(new URL("/tasks", page.url()).href);
  const run = page.locator("[data-batch]", { hasText: "codes.csv" }).first();
  await run.getByText("已生成 1 / 1").waitFor();
  assert.deepEqual(await look(page, "batch-tasks-zh"), []);
  assert.deepEqual(own(problems), []);
  await context.close();
});

for (const [n, at] of OTHERS.entries()) {
  rowTest(n + 1)(`the rota fits at ${at.width} px in ${at.lang}`, async () => {
    const api = await admin();
    const [first] = (await api("GET", "/api/channels?limit=1")).items;
    const { page, context } = await enter(browser, `/codes/${first.id}?tab=rota`, at);
    await page.locator("#rota-play").waitFor();
    assert.deepEqual(await look(page, `rota-${at.lang}-${at.width}`), []);
    await context.close();
  });
}
