// Sync: a change that no callback told of is found by the comparison, mended and shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, stage, until } from "./browser.mjs";

const here = stage();
const api = (...asked) => here.api(...asked);

/** His customers are not shown to the app: the page says of how many that is so, and of whom. */
async function whoHasNoLicenceIsNamed(page, member) {
  const set = (licensed) =>
    emulate(`corps/${here.corp.corpid}/console/staff/${member.account}`, { licensed });
  await set(false);
  const before = await api("GET", "/api/sync");
  await page.getByRole("button", { name: "现在同步" }).click();
  let read;
  await until(async () => {
    read = await api("GET", "/api/sync");
    const known = new Set(before.runs.map((one) => one.id));
    return read.runs.some((one) => !known.has(one.id) && one.mode === "sync" && one.ended_at);
  }).catch((error) => {
    throw new Error(`${error.message}: ${JSON.stringify({ before, read })}`);
  });
  const told = page.locator(".sync-unlicensed").first();
  await told.getByText("1 名成员没有互通许可").click();
  await told.getByRole("listitem").filter({ hasText: member.name }).waitFor();
  await page.locator('[data-state="ended"]', { hasText: "没有互通许可" }).first().waitFor();
  await told.scrollIntoViewIfNeeded();
  assert.deepEqual(await look(page, "sync-unlicensed-zh"), []);
  await set(true);
}

test("what a lost callback did not tell is compared, mended and shown", async () => {
  const { items } = await api("GET", "/api/staff");
  const name = `青团${Date.now().toString(36)}`;
  await emulate("faults", { kind: "drop_callback", count: 1 });
  await emulate(`corps/${here.corp.corpid}/add`, {
    userid: items[0].account,
    person: { unionid: `o${name}`, name },
  });
  const { page, problems, context } = await enter(here.browser, "/settings/sync");
  await page.getByRole("heading", { name: "同步", exact: true }).waitFor();
  await page.getByText("客户删除了员工而回调丢失").waitFor();
  await page.getByRole("button", { name: "现在核对" }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await until(async () => {
    const { items: found } = await api("GET", "/api/sync/drifts?kind=relation_missing");
    return found.some((one) => one.customer_name === name);
  });
  await page.reload();
  await row.waitFor();
  assert.match(await row.innerText(), /漏掉的添加[\s\S]*没有 → 好友/);
  await page.getByText("漏掉的添加", { exact: false }).first().click();
  await page.waitForURL(/kind=relation_missing/);
  assert.deepEqual(await look(page, "sync"), []);
  await whoHasNoLicenceIsNamed(page, items[0]);
  assert.deepEqual(
    problems.filter((text) => !/status of 401/.test(text)),
    [],
  );
  await context.close();
});
