// A rule tags a person after an event, its history says whom, undo takes the tag off again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, look, rowTest, stage } from "./browser.mjs";

const here = stage();
const one = Math.random().toString(36).slice(2, 6);
const paths = { name: `成交打标 ${one}`, group: `自动 ${one}`, tag: `成交过 ${one}` };

/** The newest customer, at another stage than the rule waits for. */
async function somebody() {
  const { items } = await here.api("GET", "/api/customers?limit=1");
  const [person] = items;
  await here.api("PUT", `/api/customers/${person.id}/stage`, { stage: "intent" });
  return person;
}

async function worn(id) {
  const read = await here.api("GET", `/api/customers/${id}`);
  return read.tags.map((tag) => tag.name);
}

test("a rule is written, tried, switched on, tags a person after an event, and is undone", async () => {
  const group = await here.api("POST", "/api/tags/groups", {
    kind: "own",
    name: paths.group,
    tags: [paths.tag],
  });
  const person = await somebody();
  const { page, problems, context } = await enter(here.browser, "/tags");
  await page.getByRole("link", { name: "自动标签" }).click();
  await page.getByRole("button", { name: "新建规则" }).click();
  await page.getByLabel("规则名称", { exact: true }).fill(paths.name);
  await page.getByRole("combobox", { name: "哪种行为" }).click();
  await page.keyboard.type("阶段");
  await page.locator(".ant-select-item-option", { hasText: "阶段" }).first().click();
  await page.getByRole("combobox", { name: "选一个标签" }).click();
  await page.keyboard.type(paths.tag);
  await page.locator(".ant-select-item-option", { hasText: paths.tag }).click();
  await page.getByRole("button", { name: "试算", exact: true }).click();
  await page.locator("[data-dry-run]").waitFor();
  assert.deepEqual(await look(page, "tag-rule-zh"), []);
  await page.getByRole("button", { name: "建规则，先不启用" }).click();
  await page.waitForURL(/\/tags\/rules\/\d+$/);

  await page.getByRole("switch", { name: `启用「${paths.name}」` }).click();
  await page.getByText("开着", { exact: true }).waitFor();
  await here.api("PUT", `/api/customers/${person.id}/stage`, { stage: "deal" });
  await page.locator("[data-run]").getByText("1 位里改了 1 位").waitFor();
  assert.ok((await worn(person.id)).includes(paths.tag));

  await page.getByRole("button", { name: "看是谁" }).click();
  const drawer = page.locator(".ant-drawer-body");
  await drawer.getByRole("cell", { name: `打上「${paths.tag}」` }).waitFor();
  assert.deepEqual(await look(page, "tag-rule-run-zh"), []);
  await page.getByRole("button", { name: "撤销这次运行" }).click();
  await page.locator(".ant-popconfirm").getByRole("button", { name: "撤销这次运行" }).click();
  await drawer.getByText("已撤回", { exact: true }).waitFor();
  assert.ok(!(await worn(person.id)).includes(paths.tag));
  assert.deepEqual(problems, []);
  await context.close();

  const { items } = await here.api("GET", "/api/tag-rules");
  const made = items.find((rule) => rule.name === paths.name);
  await here.api("DELETE", `/api/tag-rules/${made.id}`);
  await here.api("DELETE", `/api/tags/groups/${group.id}`);
});

const LOOKS = [
  { lang: "zh-CN", width: 1440 },
  { lang: "zh-CN", width: 375 },
  { lang: "en", width: 1024 },
];
for (const [at, how] of LOOKS.entries()) {
  rowTest(at)(`rules and starters, ${how.lang} ${how.width}`, async () => {
    const { page, problems, context } = await enter(here.browser, "/tags/rules", how);
    await page
      .getByRole("button", { name: /起步规则|Starters/ })
      .first()
      .click();
    await page.locator("[data-starter]").nth(9).waitFor();
    assert.deepEqual(await look(page, `tag-rules-${how.lang}-${how.width}`), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
}
