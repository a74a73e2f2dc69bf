// Buyers in eight classes: reckoned, looked at, moved, explained on a person's page, kept as a segment.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emulate, enter, look, stage, until } from "./browser.mjs";

const shots = process.env.YUTANG_E2E_SHOTS ?? "test-results";
const here = stage();
const run = Date.now().toString(36);
const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString();
const api = (...asked) => here.api(...asked);

/** Four friends of a member, by what they are to buy. */
async function buyers() {
  const { items } = await api("GET", "/api/staff?limit=1");
  const people = {};
  for (const name of ["常客", "新客", "老客", "过客"]) {
    const person = { unionid: `rfm-${run}-${name}`, name: `${name}${run}` };
    const path = `corps/${here.corp.corpid}/add`;
    people[name] = (await emulate(path, { userid: items[0].account, person })).external_userid;
  }
  return people;
}

let count = 0;
const order = (external, days, fen) => {
  count += 1;
  return {
    source: "e2e-rfm",
    number: `${run}-${count}`,
    status: "completed",
    at: ago(days),
    placed_at: ago(days),
    paid_at: ago(days),
    amount_fen: fen,
    items: [],
    customer: { external },
  };
};

/** Reckons and waits for the end of it. */
async function reckon() {
  const { items } = await api("POST", "/api/rfm/runs");
  return until(async () => {
    const read = await api("GET", "/api/rfm");
    return read.running === null && read.run?.id >= items[0].id ? read : undefined;
  });
}

const size = (read, key) => read.classes.find((one) => one.key === key).people;

test("classes, their people, why, a move, other settings", async () => {
  const people = await buyers();
  const known = await until(async () => {
    const found = {};
    for (const name of Object.keys(people)) {
      const { items } = await api("GET", `/api/customers?q=${encodeURIComponent(name + run)}`);
      if (!items[0]) return undefined;
      found[name] = items[0].id;
    }
    return found;
  });
  await api("POST", "/api/orders", {
    orders: [
      ...[1.2, 9, 20, 40].map((days) => order(people.常客, days, 900_000)),
      order(people.新客, 2.5, 100),
      ...[300, 310].map((days) => order(people.老客, days, 800_000)),
      order(people.过客, 350, 200),
    ],
  });
  // What was just told is in the engine within a second or two.
  await until(async () => {
    await reckon();
    return (await api("GET", `/api/customers/${known.过客}/rfm`)).scored ?? undefined;
  });
  // From the second on there are moves and sizes over time.
  await reckon();

  const { page, problems, context } = await enter(here.browser, "/rfm");
  const tile = (name) => page.locator(".rfm-classes button", { hasText: name });
  const before = await api("GET", "/api/rfm");
  await tile("重要价值")
    .filter({ hasText: String(size(before, "important_value")) })
    .waitFor();
  await page.locator(".rfm-heat button").first().waitFor();
  await page.locator(".rfm-panel .chart-frame").waitFor();
  assert.deepEqual(await look(page, "rfm-zh"), []);
  for (const width of [1024, 375]) {
    await page.setViewportSize({ width, height: 900 });
    // The chart follows a moment later.
    await until(() =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth === clientWidth;
      }),
    );
  }
  await page.screenshot({ path: `${shots}/rfm-375-zh.png` });
  await page.setViewportSize({ width: 1440, height: 900 });

  await tile("重要价值").click();
  const row = page.locator(".rfm-people tr", { hasText: `常客${run}` });
  await row.getByText("1 天前").waitFor();
  assert.match(await row.innerText(), /¥36,000/);
  await page.getByRole("button", { name: "这些人存为人群" }).click();
  await page.getByLabel("人群名称").fill(`重要价值 ${run}`);
  await page.getByRole("button", { name: "存为人群", exact: true }).click();
  await page.getByRole("heading", { name: `重要价值 ${run}` }).waitFor();

  // One buys a lot: he moves, and the page says so.
  await api("POST", "/api/orders", {
    orders: [0.1, 0.2, 0.3, 0.4].map((days) => order(people.新客, days, 990_000)),
  });
  await until(async () => {
    await reckon();
    const one = await api("GET", `/api/customers/${known.新客}/rfm`);
    return one.scored.key === "important_value" ? one : undefined;
  });
  await page.goto(page.url().replace(/\/segments.*/, "/rfm"));
  await page.locator(".rfm-flows li", { hasText: "重要价值" }).first().waitFor();
  await page.getByRole("button", { name: "看完整矩阵" }).click();
  await page.locator(".rfm-matrix").waitFor();

  await page.getByRole("button", { name: "设置" }).click();
  const drawer = page.locator(".ant-drawer");
  await drawer.getByRole("radio", { name: "自定界限" }).first().check();
  await drawer.getByRole("button", { name: "看看效果" }).click();
  await drawer.getByText("按现在的订单").waitFor();
  assert.deepEqual(await look(page, "rfm-settings-zh"), []);
  await drawer.getByRole("button", { name: "取消" }).click();
  assert.equal((await api("GET", "/api/rfm/settings")).version, before.settings.version);

  await page.goto(page.url().replace(/\/rfm.*/, `/customers/${known.过客}`));
  const card = page.locator(".rfm-card");
  await card.getByText(/上次 350 天前，1 单，¥2/).waitFor();
  await card.scrollIntoViewIfNeeded();
  assert.deepEqual(await look(page, "rfm-person-zh"), []);
  assert.deepEqual(problems, []);
  await context.close();

  const { items } = await api("GET", `/api/segments?q=${encodeURIComponent(`重要价值 ${run}`)}`);
  await api("DELETE", `/api/segments/${items[0].id}`);
});
