// A system tells of orders; they stand in the list, in the drawer and on the buyer's page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, look, scan, stage, until } from "./browser.mjs";

const here = stage();
const run = Date.now().toString(36);
const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString();

/** Somebody who came by a code, by name. */
async function buyer(name) {
  const { items } = await here.api("GET", "/api/staff?limit=1");
  const body = { name: `订单 ${run}`, staff_ids: [items[0].id], tag_ids: [] };
  const { id } = await here.api("POST", "/api/channels", body);
  const code = await until(async () => {
    const made = await here.api("GET", `/api/channels/${id}`);
    return made.status === "active" ? made : null;
  });
  const { external_userid } = await scan(code.qr_content, name);
  return until(async () => {
    const found = await here.api("GET", `/api/customers?q=${encodeURIComponent(name)}`);
    return found.items[0] ? { id: found.items[0].id, external: external_userid } : null;
  });
}

const tea = { sku: `tea-${run}`, name: "龙井 250 克", category: "茶", price_fen: 19_900 };

test("orders are sent, found, opened, and tell what may suit their buyer", async () => {
  const name = `阿满 ${run}`;
  const who = await buyer(name);
  const order = (number, days, more = {}) => ({
    source: "e2e",
    number: `${run}-${number}`,
    status: "completed",
    at: ago(days),
    placed_at: ago(days),
    paid_at: ago(days),
    amount_fen: 19_900,
    items: [tea],
    customer: { external: who.external },
    ...more,
  });
  const back = [{ number: `r-${run}`, amount_fen: 990, at: ago(20) }];
  const sent = await here.api("POST", "/api/orders", {
    orders: [
      order(1, 89),
      order(2, 59, { store_number: "没有的店", staff_account: "nobody-here" }),
      order(3, 29, { refunds: back }),
    ],
  });
  assert.deepEqual(
    sent.items.map((one) => [one.change, one.customer_id]),
    [1, 2, 3].map(() => ["new", who.id]),
  );

  const { page, problems, context } = await enter(here.browser, `/orders?number=${run}`);
  await page.getByText("3 单 · 成交 ¥587.10（已减退款）").waitFor();
  await page.getByText("未知员工 nobody-here").waitFor();
  await page.getByText("未知门店 没有的店").waitFor();
  assert.deepEqual(await look(page, "orders-zh"), []);
  await page.getByRole("button", { name: `${run}-3` }).click();
  const drawer = page.locator(".ant-drawer").last();
  await drawer.getByText(`退款 ¥9.90（r-${run}）`).waitFor();
  await drawer.getByText("龙井 250 克").waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(await look(page, "orders-drawer-zh"), []);
  await page.keyboard.press("Escape");

  await page.goto(page.url().replace(/\/orders.*/, `/customers/${who.id}?tab=orders`));
  await page.getByText("他通常每 30 天买一次（按他的 3 次购买），距上次已 29 天").waitFor();
  await page.getByText("¥587.10").waitFor();
  assert.deepEqual(await look(page, "orders-person-zh"), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
  assert.deepEqual(problems, []);
  await context.close();
});
