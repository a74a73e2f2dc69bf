// People and roles: a manager of one department is invited and sees just his; a code after the
// password; who is linked to a member scans.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { enter, look, open, proof, stage, url } from "./browser.mjs";

const here = stage();
const DEPARTMENT = "滨江店";
const one = () => Math.random().toString(36).slice(2, 8);
// Before the sign-in the session is asked for, and there is none.
const own = (told) => told.filter((text) => !/401|403/.test(text));

/** What an authenticator app shows for a secret at a time in seconds (RFC 6238). */
function codeOf(secret, seconds) {
  const bits = [...secret]
    .map((letter) =>
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
    )
    .join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const digest = createHmac("sha1", key).update(step).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

test("a manager of one department chooses his password and sees its customers only", async () => {
  const { page, problems, context } = await enter(here.browser, "/settings/staff");
  await page.getByRole("button", { name: "邀请员工" }).click();
  const drawer = page.getByRole("dialog", { name: "邀请员工" });
  const login = `li.${one()}`;
  await drawer.getByLabel("姓名").fill("李雷");
  await drawer.getByLabel("账号").first().fill("demo");
  await drawer.getByRole("combobox", { name: "部门" }).fill(DEPARTMENT.slice(0, 2));
  await page.locator(".ant-select-item-option", { hasText: DEPARTMENT }).click();
  await page.keyboard.press("Escape");
  await drawer.getByRole("button", { name: "邀请并生成初始密码" }).click();
  await drawer.getByText("这个账号名已经有人用了").waitFor();
  assert.deepEqual(await look(page, "people-invite-zh"), []);
  await drawer.getByLabel("账号").first().fill(login);
  await drawer.getByRole("button", { name: "邀请并生成初始密码" }).click();
  const told = page.getByRole("dialog", { name: "李雷 的初始密码" });
  const first = await told.locator(".mono").textContent();
  assert.match(first, /^\w{4}(-\w{4}){3}$/);
  assert.deepEqual(await look(page, "people-password-zh"), []);
  await told.getByRole("button", { name: "已经交给 李雷" }).click();
  await page
    .getByRole("row", { name: new RegExp(login) })
    .getByText("还没登录过")
    .waitFor();
  assert.deepEqual(await look(page, "people-zh"), []);

  const li = await open(here.browser);
  await li.page.locator('input[autocomplete="username"]').fill(login);
  await li.page.locator('input[autocomplete="current-password"]').fill(first);
  await li.page.keyboard.press("Enter");
  await li.page.getByText("换一个自己的密码").waitFor();
  await li.page.locator('input[autocomplete="current-password"]').fill(first);
  for (const input of await li.page.locator('input[autocomplete="new-password"]').all()) {
    await input.fill("a password of mine");
  }
  await li.page.keyboard.press("Enter");
  await li.page.locator(".shell").waitFor();
  await li.page.goto(`${url}/customers`);
  await li.page.locator(".customers-table tr.ant-table-row").first().waitFor();
  const menu = await li.page.getByRole("navigation", { name: "主菜单" }).innerText();
  assert.match(menu, /全部客户/);
  for (const hidden of ["企业微信", "员工账号", "角色", "审计"]) {
    assert.ok(!menu.includes(hidden), `${hidden} is in his menu`);
  }
  assert.deepEqual(await look(li.page, "people-scoped-zh"), []);
  const asHim = (path) => li.page.evaluate(async (to) => (await fetch(to)).json(), path);
  const departments = await here.api("GET", "/api/departments");
  const { id } = departments.items.find((found) => found.name === DEPARTMENT);
  const members = await here.api("GET", `/api/staff?department=${id}&limit=100`);
  const mine = new Set(members.items.map((member) => member.id));
  const shown = (await asHim("/api/customers?limit=100")).items;
  assert.ok(shown.length > 5);
  // Who was lost has no owner, but is seen by those who knew him; a leaver's are seen by those who
  // led him, and no list of members holds him any more. groups.e2e looks at strangers in groups.
  const knows = async ({ id: him }) => {
    const { follows } = await here.api("GET", `/api/customers/${him}`);
    return follows.some((one) => mine.has(one.staff_id) || one.staff_left);
  };
  for (const customer of shown.filter(({ state }) => state !== "group_member")) {
    assert.ok(await knows(customer), customer.name);
  }
  const all = (await here.api("GET", "/api/customers?limit=100&state=friend")).items;
  let strange;
  for (const customer of all) {
    if (!(await knows(customer))) {
      strange = customer;
      break;
    }
  }
  const refused = await asHim(`/api/customers/${strange.id}`);
  assert.equal(refused.status, 404);
  assert.equal((await asHim("/api/users")).type, "access.forbidden");

  // Shut out while he is in: his next click leads to the sign-in.
  await page
    .getByRole("row", { name: new RegExp(login) })
    .getByRole("button", { name: "「李雷」的操作" })
    .click();
  await page.getByRole("menuitem", { name: "停用账号" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "停用账号" }).click();
  await page
    .getByRole("row", { name: new RegExp(login) })
    .getByText("已停用")
    .waitFor();
  await li.page.reload();
  await li.page.locator('input[autocomplete="username"]').waitFor();
  assert.deepEqual(
    own(problems).filter((text) => !text.includes("409")),
    [],
  );
  assert.deepEqual(
    own(li.problems).filter((text) => !text.includes("404")),
    [],
  );
  await li.context.close();
  await context.close();
});

proof("a role by check boxes, a code after the password, and a member who scans", async () => {
  const { page, problems, context } = await enter(here.browser, "/settings/roles", {
    lang: "en",
    width: 1280,
    height: 720,
  });
  const name = `Service ${one()}`;
  await page.getByRole("button", { name: "New role" }).click();
  const drawer = page.getByRole("dialog", { name: "New role" });
  await drawer.getByLabel("Name").fill(name);
  await drawer.getByRole("checkbox", { name: "Open whole phone numbers" }).check();
  assert.deepEqual(await look(page, "roles-new-en"), []);
  await drawer.getByRole("button", { name: "Create role" }).click();
  await page.getByRole("row", { name: new RegExp(name) }).waitFor();
  assert.deepEqual(await look(page, "roles-en"), []);
  const roles = await here.api("GET", "/api/roles");
  const made = roles.items.find((role) => role.name === name);
  assert.ok(made.permissions.includes("customers.phones"));
  const people = await here.api("GET", "/api/users?limit=100");
  const linked = new Set(people.items.map((person) => person.staff_id));
  const staff = await here.api("GET", "/api/staff?limit=50");
  const member = staff.items.find((found) => !linked.has(found.id));
  const login = `svc.${one()}`;
  const invited = await here.api("POST", "/api/users", {
    login,
    name: "Chen",
    role_id: made.id,
    scopes: [],
    staff_id: member.id,
  });

  const chen = await open(here.browser, { lang: "en", width: 1280, height: 720 });
  await chen.page.getByRole("link", { name: "Sign in with WeCom" }).waitFor();
  assert.deepEqual(await look(chen.page, "sign-in-en"), []);
  await chen.page.getByRole("link", { name: "Sign in with WeCom" }).click();
  await chen.page.getByRole("textbox").first().fill(member.account);
  await chen.page.keyboard.press("Enter");
  await chen.page
    .getByRole("link", { name: new RegExp(member.account) })
    .first()
    .click();
  await chen.page.locator(".shell").waitFor();
  await chen.page.goto(`${url}/account`);
  await chen.page.getByText("By WeCom").waitFor();
  await chen.page.getByLabel("Current password").fill(invited.first_password);
  await chen.page.getByLabel("New password").fill("a password of mine");
  await chen.page.getByLabel("Once more").fill("a password of mine");
  await chen.page.getByRole("button", { name: "Change password" }).click();
  await chen.page.getByText("Password changed").waitFor();
  await chen.page.getByRole("button", { name: "Set up second factor" }).click();
  await chen.page.getByRole("dialog").getByLabel("Password").fill("a password of mine");
  await chen.page.keyboard.press("Enter");
  const secret = await chen.page.locator(".account-secret").textContent();
  assert.deepEqual(await look(chen.page, "factor-scan-en"), []);
  const at = Date.now() / 1000;
  await chen.page.getByRole("dialog").getByLabel("Code").fill(codeOf(secret, at));
  await chen.page.keyboard.press("Enter");
  await chen.page.locator(".account-codes li").nth(9).waitFor();
  const recovery = await chen.page.locator(".account-codes li").first().textContent();
  await chen.page.getByRole("button", { name: "I have kept them" }).click();
  await chen.page.getByText("10 recovery codes left").waitFor();
  assert.deepEqual(await look(chen.page, "account-en"), []);
  await chen.page.getByRole("button", { name: "My account", exact: true }).click();
  await chen.page.getByRole("menuitem", { name: "Sign out" }).click();
  await chen.page.locator('input[autocomplete="username"]').fill(login);
  await chen.page.locator('input[autocomplete="current-password"]').fill("a password of mine");
  await chen.page.keyboard.press("Enter");
  await chen.page.getByLabel("Code").fill("000000");
  await chen.page.keyboard.press("Enter");
  await chen.page.getByText("The code is wrong or was used").waitFor();
  assert.deepEqual(await look(chen.page, "sign-in-code-en"), []);
  await chen.page.getByLabel("Code").fill(recovery);
  await chen.page.keyboard.press("Enter");
  await chen.page.locator(".shell").waitFor();
  assert.deepEqual(own(problems), []);
  assert.deepEqual(own(chen.problems), []);
  await chen.context.close();
  await context.close();
});
