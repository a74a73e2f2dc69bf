// Tags: ours from a starter set, WeCom's own made and locked, merge, delete with undo, by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { admin, emulate, emulator, enter, launch, look, open, url } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const one = () => Math.random().toString(36).slice(2, 7);

/** Somebody makes a group in WeCom's own console. */
async function inConsole(name, tags) {
  const [corp] = await (await fetch(`${emulator}/emulator/corps`)).json();
  await emulate(`corps/${corp.corpid}/console/tags`, { group_name: name, tags });
}

test("a starter set becomes a group of ours, is renamed, merged, deleted and brought back", async () => {
  const { page, problems, context } = await enter(browser, "/tags");
  await page.getByRole("button", { name: "从起步标签里选" }).first().click();
  assert.deepEqual(await look(page, "tags-starters-zh"), []);
  await page.getByRole("button", { name: "用「消费水平」这一组" }).click();
  const name = `消费 ${one()}`;
  await page.getByLabel("组名").fill(name);
  assert.deepEqual(await look(page, "tags-new-zh"), []);
  await page.getByRole("button", { name: "建标签组和 5 个标签" }).click();
  const panel = page.getByRole("region", { name });
  await panel.locator("[data-tag]").nth(4).waitFor();
  assert.match(page.url(), /group=\d+/);

  // By keyboard: open the menu of a tag and rename it.
  await panel.getByRole("button", { name: "标签「没买过」的操作" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "改名" }).click();
  await page.getByLabel("新名字").fill("还没买过");
  await page.keyboard.press("Enter");
  await panel.getByText("还没买过", { exact: true }).waitFor();

  await panel.getByRole("button", { name: "标签「还没买过」的操作" }).click();
  await page.getByRole("menuitem", { name: "下移" }).click();
  await page.waitForFunction(
    () => document.querySelectorAll("[data-tag]")[1]?.textContent?.includes("还没买过"),
    null,
  );

  await panel.getByRole("button", { name: "标签「还没买过」的操作" }).click();
  await page.getByRole("menuitem", { name: "并入别的标签" }).click();
  await page.getByRole("combobox", { name: "选一个标签" }).click();
  await page.locator(".ant-select-item-option", { hasText: "100 元以内" }).click();
  await page.getByText("不用调用").waitFor();
  assert.deepEqual(await look(page, "tags-merge-zh"), []);
  await page.getByRole("button", { name: "并入「100 元以内」" }).click();
  await panel.getByText(`已并入「${name} · 100 元以内」`).waitFor();

  await panel.getByRole("button", { name: "标签「2000 元以上」的操作" }).click();
  await page.getByRole("menuitem", { name: "删除标签" }).click();
  await page.getByRole("button", { name: "删除「2000 元以上」标签" }).click();
  // Of the notice: an act on many customers that ended lately offers to be undone as well.
  const [restored] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith("/restore")),
    page.locator(".ant-message").getByRole("button", { name: "撤销" }).click(),
  ]);
  assert.ok(restored.ok(), `restoring ended with ${restored.status()}`);
  await panel.getByText("2000 元以上", { exact: true }).waitFor();
  assert.deepEqual(await look(page, "tags-zh"), []);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what others made in WeCom is locked with the reason, what we make there is not", async () => {
  const name = `Console ${one()}`;
  await inConsole(name, ["A", "B"]);
  const ask = await admin();
  const { page, problems, context } = await enter(browser, "/tags", {
    lang: "en",
    width: 1280,
    height: 720,
  });
  const entry = page.getByRole("button", { name: new RegExp(name) });
  await entry.waitFor();
  await entry.click();
  const panel = page.getByRole("region", { name });
  await panel.getByRole("button", { name: "See whether they can be changed" }).click();
  await panel.getByText("rename, reorder and delete it there").waitFor();
  await panel.getByRole("button", { name: `Actions for “${name}”` }).click();
  const locked = page.getByRole("menuitem", { name: "Rename group" });
  assert.equal(await locked.getAttribute("aria-disabled"), "true");
  await page.getByRole("menu").getByText("Can be changed only where it was made").waitFor();
  assert.deepEqual(await look(page, "tags-locked-en"), []);
  await page.keyboard.press("Escape");

  const made = await ask("POST", "/api/tags/groups", {
    kind: "wecom",
    name: `Intent ${one()}`,
    tags: ["Low", "High"],
    exclusive: true,
    ordered: true,
  });
  await page.goto(`${url}/customers?view=0`);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("combobox", { name: "Choose a filter" }).click();
  await page.locator(".ant-select-item-option", { hasText: "At least the level" }).click();
  await page.getByRole("combobox", { name: "At least the level" }).click();
  await page.locator(".ant-select-item-option", { hasText: `${made.name} · Low` }).click();
  await page.keyboard.press("Escape");
  await page.waitForURL(/tag_least=\d+/);
  await page.locator(".chip", { hasText: "At least the level Low" }).waitFor();

  await page.goto(`${url}/tags?group=${made.id}&kind=wecom`);
  const own = page.getByRole("region", { name: made.name });
  await own.getByRole("button", { name: "Actions for tag “High”" }).click();
  await page.getByRole("menuitem", { name: "Delete tag" }).click();
  await page.getByText("It goes in WeCom too, for good").waitFor();
  await page.getByLabel("Type “High” to delete it").fill("High");
  await page.getByRole("button", { name: "Delete tag “High”" }).click();
  await own.getByText("High", { exact: true }).waitFor({ state: "detached" });

  // Nothing found says so and shows the way back.
  await page.getByRole("textbox", { name: "Name of a group or tag" }).fill("zzzz");
  await page.getByText("No tag group matches").waitFor();
  assert.deepEqual(await look(page, "tags-none-en"), []);
  assert.deepEqual(problems, []);
  await context.close();
});
