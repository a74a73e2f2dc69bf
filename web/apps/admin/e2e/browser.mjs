// One Chromium for the browser tests; every page keeps its console and is checked by axe.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const shots = process.env.YUTANG_E2E_SHOTS ?? "test-results";

export const url = needed("YUTANG_E2E_URL");
export const emulator = needed("YUTANG_E2E_EMULATOR_URL");
export const user = needed("YUTANG_E2E_USER");
export const password = needed("YUTANG_E2E_PASSWORD");

export function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run \`python -m tools.e2e\``);
  return value;
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

async function draw(browser, { lang = "zh-CN", width = 1440, height = 900 }) {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: "reduce",
    locale: lang,
    timezoneId: "Asia/Shanghai",
  });
  // Python's tests may run beside these: what comes late on a busy machine is not missing.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  return { page, problems, context };
}

/** A fresh page in a language; `problems` gathers what the console complains of. */
export async function open(browser, { at = url, lang = "zh-CN", ...how } = {}) {
  const opened = await draw(browser, { lang, ...how });
  await opened.page.goto(`${at}/?lang=${lang}`);
  return opened;
}

/** The admin's page at `path`, as `open`: signed in before it loads, so that it loads once. */
export async function enter(browser, path, { lang = "zh-CN", ...how } = {}) {
  const opened = await draw(browser, { lang, ...how });
  const [name, value] = (await session()).cookie.split("=");
  await opened.context.addCookies([{ name, value, url }]);
  await opened.context.addInitScript((chosen) => {
    if (!localStorage.getItem("yutang.language")) localStorage.setItem("yutang.language", chosen);
  }, lang);
  await opened.page.goto(url + path);
  await opened.page.locator(".shell").waitFor();
  return opened;
}

/** A page of the staff app on a phone outside WeCom, where the emulator asks who one is. */
export async function onPhone(browser, corp, member, path, { lang = "zh-CN" } = {}) {
  const opened = await draw(browser, { lang, width: 375, height: 812 });
  const { page } = opened;
  const asked = `corp=${corp.corpid}&agent=${corp.apps[0].agentid}&lang=${lang}`;
  await page.goto(`${url}${path}${path.includes("?") ? "&" : "?"}${asked}`);
  await page.locator(".notice a").click();
  await page.locator("input[name=q]").fill(member.account);
  await page.locator("button").click();
  await page.locator("li a").first().click();
  return opened;
}

export async function signIn(page, who = { login: user, password }) {
  await page.locator('input[autocomplete="username"]').fill(who.login);
  await page.locator('input[autocomplete="current-password"]').fill(who.password);
  await page.keyboard.press("Enter");
  await page.locator(".shell").waitFor();
}

/** Screenshot and axe; returns the violations in short. What `except` selects is not judged. */
export async function look(page, name, { except = [] } = {}) {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png` });
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (exclude) => window.axe.run({ exclude }, { runOnly: ["wcag2a", "wcag2aa", "wcag22aa"] }),
    except.map((selector) => [selector]),
  );
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
}

/** Waits for a picture to be there: its place is kept before it has come. */
export async function drawn(picture) {
  await picture.waitFor();
  await until(() => picture.evaluate((image) => image.naturalWidth > 0));
}

/** A test of a table: its first row always runs, the others where proofs run (`make proof`). */
export function rowTest(at) {
  const whole = process.env.YUTANG_PROOF || process.env.YUTANG_E2E_PICTURES;
  return at === 0 || whole ? test : test.skip;
}

/** What the first test of a page shows more shortly, or Python's tests show too: where proofs run. */
export const proof = rowTest(1);

/** One page's tests: a browser of their own, the admin's API and the emulator's only corp. */
export function stage() {
  const here = {};
  before(async () => {
    here.browser = await launch();
    here.api = await admin();
    [here.corp] = await (await fetch(`${emulator}/emulator/corps`)).json();
  });
  after(() => here.browser?.close());
  return here;
}

/** Tells the emulator to do something; what it answers. */
export async function emulate(path, body) {
  const answer = await fetch(`${emulator}/emulator/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** A person scans a code in the emulator; the corp is the only one there. */
export async function scan(qr, name) {
  const [corp] = await (await fetch(`${emulator}/emulator/corps`)).json();
  return emulate(`corps/${corp.corpid}/scan`, { qr, person: { name } });
}

let signedIn;

/** The checker's session, one for a file of tests. */
function session() {
  signedIn ??= fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ login: user, password }),
  }).then(async (answer) => {
    if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
    const cookie = answer.headers.get("set-cookie").split(";")[0];
    return { cookie, csrf: (await answer.json()).csrf_token };
  });
  return signedIn;
}

/** The admin's API. */
export async function admin() {
  const { cookie, csrf } = await session();
  return async (method, path, body) => {
    const answer = await fetch(url + path, {
      method,
      headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf, cookie },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.status === 204 ? null : answer.json();
  };
}

/** The first true answer within a minute: what comes late on a busy machine is not missing. */
export async function until(check) {
  for (let left = 600; left > 0; left -= 1) {
    const found = await check();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it did not come");
}
