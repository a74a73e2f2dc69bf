// A customer signs in on his phone, decides and asks; the operator sees it, answers, he reads it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, stage, until, url } from "./browser.mjs";

const here = stage();
const run = Date.now().toString(36);
const name = `小满 ${run}`;
const quiet = (problems) => problems.filter((text) => !/status of (401|404|403)/.test(text));

/** Somebody of this run only adds a member; his ids in WeCom and here. */
async function newcomer() {
  const { items } = await here.api("GET", "/api/staff");
  const person = { unionid: `o-${run}-portal`, name };
  const { external_userid } = await emulate(`corps/${here.corp.corpid}/add`, {
    userid: items[0].account,
    person,
  });
  const customer = await until(async () => {
    const found = await here.api("GET", `/api/customers?q=${encodeURIComponent(name)}`);
    return found.items.find((one) => one.name === name);
  });
  return { external: external_userid, id: customer.id };
}

/** WeCom says who opens the page: as for members, but for a customer or a stranger. */
async function come(page, who) {
  await page.goto(`${url}/h/sign-in?to=/h/me`);
  const state = new URL(page.url()).searchParams.get("state");
  const { code } = await emulate(`corps/${here.corp.corpid}/oauth`, who);
  await page.goto(`${url}/h/signed-in?code=${code}&state=${state}`);
}

const wide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("a customer decides on his own page, and the operator answers what he asks for", async () => {
  const { external, id } = await newcomer();
  await here.api("PUT", `/api/privacy/purposes/p${run}`, {
    name_zh: "生日祝福",
    name_en: "Birthdays",
    notice_zh: "我们会在生日当天问候你，不会用作别的。",
    notice_en: "We greet you on your birthday and use it for nothing else.",
    months: 24,
  });
  const given_at = new Date(Date.now() - 86_400_000).toISOString();
  for (const purpose of [`p${run}`, "phone"]) {
    const consent = { purpose, source: "门店", given_at };
    await fetchQuietly("POST", `/api/customers/${id}/consents`, consent);
  }
  const phone = await here.browser.newContext({
    viewport: { width: 375, height: 760 },
    locale: "zh-CN",
    reducedMotion: "reduce",
  });
  phone.setDefaultTimeout(60_000);
  const his = await phone.newPage();
  await come(his, { openid: "oStranger" });
  await his.getByRole("heading", { name: "这里没有你的资料" }).waitFor();
  assert.deepEqual(await look(his, "portal-nobody-zh"), []);
  await come(his, { external_userid: external });
  await his.getByRole("heading", { name: "我的数据与隐私" }).waitFor();
  assert.ok((await wide(his)) <= 0, "the page is too wide");
  assert.deepEqual(await look(his, "portal-me-zh"), []);
  await his.screenshot({
    path: `${process.env.YUTANG_E2E_SHOTS ?? "test-results"}/portal-me-whole.png`,
    fullPage: true,
  });

  await his.getByRole("button", { name: "不再接收营销信息" }).click();
  await his.getByText("已经记下，一分钟内生效").waitFor();
  await his.getByRole("button", { name: "恢复接收" }).waitFor();
  await his.getByRole("button", { name: "撤回同意" }).last().click();
  await his.getByText("已撤回同意").waitFor();
  await his.getByRole("button", { name: "申请一份资料" }).click();
  await his.getByText("申请已收到，15 天内答复你").waitFor();
  await his.getByRole("link", { name: "申请删除" }).click();
  await his.getByRole("heading", { name: "要申请删除你的资料吗？" }).waitFor();
  assert.deepEqual(await look(his, "portal-erase-zh"), []);
  await his.getByRole("button", { name: "提出删除申请" }).click();
  await his.getByText("删除申请已收到").waitFor();
  await his.getByRole("link", { name: "English" }).click();
  await his.getByRole("heading", { name: "My data and privacy" }).waitFor();
  assert.ok((await wide(his)) <= 0, "the English page is too wide");
  assert.deepEqual(await look(his, "portal-me-en"), []);
  await his.screenshot({
    path: `${process.env.YUTANG_E2E_SHOTS ?? "test-results"}/portal-me-en-whole.png`,
    fullPage: true,
  });

  const { page, problems, context } = await enter(here.browser, "/privacy?part=erasures");
  const asked = (what) => page.locator("tr", { hasText: name }).filter({ hasText: what });
  await asked("删除自己的资料").waitFor();
  assert.deepEqual(await look(page, "portal-waiting-zh"), []);
  await asked("要一份自己的资料").getByRole("button", { name: "的资料已经给他" }).click();
  await page.getByLabel("告诉他怎么给的").fill("已用企业微信发给你");
  await page.getByRole("button", { name: "记为已给" }).click();
  await asked("要一份自己的资料").waitFor({ state: "detached" });
  await asked("删除自己的资料").getByRole("button", { name: "不同意" }).click();
  const act = page.getByRole("dialog").getByRole("button", { name: "不同意", exact: true });
  assert.equal(await act.isDisabled(), true);
  await page.getByLabel("原因").fill("订单签收后再删除");
  assert.deepEqual(await look(page, "portal-decline-zh"), []);
  await act.click();
  await asked("删除自己的资料").waitFor({ state: "detached" });
  assert.deepEqual(quiet(problems), []);
  await context.close();

  await his.goto(`${url}/h/me?lang=zh-CN`);
  await his.getByText("答复：已用企业微信发给你").waitFor();
  await his.getByText("答复：订单签收后再删除").waitFor();
  assert.deepEqual(await look(his, "portal-answered-zh"), []);
  await his.getByRole("button", { name: "退出登录" }).click();
  await his.getByRole("heading", { name: "已退出登录" }).waitFor();
  await his.goto(`${url}/h/me`);
  await his.getByRole("heading", { name: "先登录" }).waitFor();
  assert.deepEqual(await look(his, "portal-signed-out-zh"), []);
  await phone.close();

  const english = await enter(here.browser, "/privacy?part=erasures", { lang: "en", width: 1024 });
  await english.page.getByRole("heading", { name: "Waiting" }).waitFor();
  assert.ok((await wide(english.page)) <= 0, "the admin's page is too wide");
  await english.page.setViewportSize({ width: 375, height: 760 });
  await until(async () => (await wide(english.page)) <= 0);
  assert.deepEqual(
    // The library's own tabs that do not fit: its fault, not ours.
    await look(english.page, "portal-waiting-en-375", { except: [".ant-tabs"] }),
    [],
  );
  await english.page.setViewportSize({ width: 1024, height: 900 });
  await english.page.route("**/api/privacy/requests*", (route) => route.abort());
  await english.page.reload();
  await english.page.getByText("Could not load what waits").waitFor({ timeout: 120_000 });
  assert.deepEqual(await look(english.page, "portal-waiting-failed-en"), []);
  await english.context.close();
});

/** Answers without a body: `api` of the stage reads one. */
async function fetchQuietly(method, path, body) {
  try {
    await here.api(method, path, body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}
