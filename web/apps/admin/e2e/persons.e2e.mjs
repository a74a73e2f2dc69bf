// Ids and merges: two customers become one on the page, an old address leads to who he is now, and
// the merge is undone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, stage, until, url } from "./browser.mjs";

const here = stage();
const api = (...asked) => here.api(...asked);
const run = Date.now().toString(36);

async function newcomer(name) {
  const { items } = await api("GET", "/api/staff");
  const person = { unionid: `o-${run}-${name}`, name };
  await emulate(`corps/${here.corp.corpid}/add`, { userid: items[0].account, person });
  return until(async () => {
    const found = await api("GET", `/api/customers?q=${encodeURIComponent(name)}`);
    return found.items[0];
  });
}

test("conflicts say that none waits, ids stand on the customer, two of WeCom are not merged", async () => {
  const one = await newcomer(`甲${run}`);
  const other = await newcomer(`乙${run}`);
  const { page, problems, context } = await enter(here.browser, "/people/conflicts");
  await page.getByText("没有待处理的身份冲突").waitFor();
  assert.deepEqual(await look(page, "conflicts-empty-zh"), []);
  await page.goto(`${url}/customers/${one.id}`);
  const card = page.getByRole("region", { name: "身份" });
  await card.getByText("UnionID").waitFor();
  await card.getByRole("button", { name: "合并客户" }).click();
  await page.getByLabel("并入哪位客户").fill(String(other.id));
  await page.getByLabel("原因").fill("到店确认");
  await page.getByRole("button", { name: "看看会移动什么" }).click();
  await page.getByText("不能合并：两边都有企业微信身份").waitFor();
  assert.deepEqual(await look(page, "merge-refused-zh"), []);
  assert.deepEqual(
    problems.filter((text) => !/status of 409/.test(text)),
    [],
  );
  await context.close();
});
