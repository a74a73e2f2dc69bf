// Ids and merges: what is in conflict is decided and the decision taken back; two friends of WeCom
// are not merged.
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

test("a conflict is decided, and the decision taken back", async () => {
  const source = await api("POST", "/api/sources", { name: `收银${run}`, kind: "server" });
  const phone = `139${String(Date.now()).slice(-8)}`;
  const batch = ["A", "B"].map((letter) => ({
    type: "identify",
    messageId: `${run}-${letter}`,
    ids: { member_number: `${letter}${run}`, phone },
  }));
  const sent = await fetch(`${url}/collect/v1/batch`, {
    method: "POST",
    headers: { Authorization: `Bearer ${source.key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ batch }),
  });
  assert.equal(sent.status, 200);
  const conflict = await until(async () =>
    (await api("GET", "/api/identity-conflicts")).items.at(0),
  );
  const { page, problems, context } = await enter(here.browser, "/people/conflicts");
  const card = page.getByRole("article", { name: /^手机号/ });
  await card.getByRole("button", { name: /^留给/ }).click();
  const asked = page.getByRole("dialog");
  await asked.getByRole("button", { name: /^留给/ }).click();
  await page.getByText("没有待处理的身份冲突").waitFor();
  await page.getByText("已处理", { exact: true }).click();
  await card.getByText(/^已定：留给/).waitFor();
  assert.deepEqual(await look(page, "conflict-decided-zh"), []);
  await card.getByRole("button", { name: "撤销这个决定" }).click();
  await asked.getByRole("button", { name: "撤销决定" }).click();
  await page.getByText("还没有处理过身份冲突").waitFor();
  await page.getByText(/^待处理/).click();
  await card.getByRole("button", { name: "两人共用" }).waitFor();
  assert.deepEqual(await look(page, "conflict-open-zh"), []);
  await page.goto(`${url}/customers/${conflict.holder.id}`);
  await page.getByText("一个有争议的身份定为这位客户的").waitFor();
  assert.deepEqual(await look(page, "conflict-life-zh"), []);
  // Others look at an empty list.
  await api("POST", `/api/identity-conflicts/${conflict.id}/decision`, { verdict: "shared" });
  await api("DELETE", `/api/sources/${source.source.id}`);
  assert.deepEqual(problems, []);
  await context.close();
});
