// Who is on duty of a code: rules saved, somebody taken off, a day played through.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { admin, launch, look, open, rowTest, signIn } from "./browser.mjs";

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
  const { page, problems, context } = await open(browser);
  await signIn(page);
  await page.goto(new URL(`/codes/${code.id}?tab=rota`, page.url()).href);
  await page.getByText("现在 2 人在接待").waitFor();
  const row = page.getByRole("row", { name: new RegExp(staff[0].name) });
  await page.getByRole("button", { name: `让 ${staff[0].name} 停止接待` }).click();
  await row.getByText("停止接待", { exact: true }).first().waitFor();
  await page.getByText("现在 1 人在接待").waitFor();
  await page.getByRole("button", { name: `让 ${staff[0].name} 恢复接待` }).click();
  await page.getByText("现在 2 人在接待").waitFor();

  await page.getByRole("button", { name: "加一行时段" }).click();
  await page.getByLabel("第 1 行的结束时间").fill("02:00");
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
for (const [n, at] of OTHERS.entries()) {
  rowTest(n + 1)(`the rota fits at ${at.width} px in ${at.lang}`, async () => {
    const api = await admin();
    const [first] = (await api("GET", "/api/channels?limit=1")).items;
    const { page, context } = await open(browser, at);
    await signIn(page);
    await page.goto(new URL(`/codes/${first.id}?tab=rota&lang=${at.lang}`, page.url()).href);
    await page.locator("#rota-play").waitFor();
    assert.deepEqual(await look(page, `rota-${at.lang}-${at.width}`), []);
    await context.close();
  });
}
