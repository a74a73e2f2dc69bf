// The script of the collector on a site of its own: whatever a visitor does is in the log once.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { stage, until, url } from "../apps/admin/e2e/browser.mjs";

const here = stage();
let site;
let source;
let key;

const PAGE = (title, head) => `<!doctype html><title>${title}</title><meta charset="utf-8">${head}
  <button id="agree" onclick="yutang.consent(true)">agree</button>
  <button id="refuse" onclick="yutang.optOut()">refuse</button>
  <button data-yt="hero" data-yt-sku="A1"><b>Buy  now</b></button>
  <button id="go" onclick="history.pushState(0, '', '/item?id=7&token=x');
    document.title = 'Item'">go</button>
  <a id="out" href="${site.away}/there?token=x">Elsewhere</a>`;

async function start() {
  site = {};
  const server = createServer((asked, answer) => {
    answer.setHeader("Content-Type", "text/html");
    if (asked.headers.host.startsWith("localhost")) return answer.end("<title>there</title>");
    const script = `<script src="${url}/collect/v1/yutang.js"></script>
      <script>yutang.init({ key: "${key}", endpoint: "${url}", keepQuery: ["id"] })</script>`;
    return answer.end(PAGE("Home", script));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  Object.assign(site, { server, at: `http://127.0.0.1:${port}`, away: `http://localhost:${port}` });
  const name = `site ${Date.now().toString(36)}`;
  ({ source, key } = await here.api("POST", "/api/sources", {
    name,
    kind: "web",
    origins: [site.at],
  }));
}
after(() => site?.server.close());

const kept = (page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("_yt.")));

/** How many events of each kind came of the source; the stream shows some and counts the rest. */
async function kinds() {
  const { items } = await here.api("GET", `/api/sources/stream?source_id=${source.id}&limit=200`);
  assert.deepEqual([...new Set(items.map((row) => row.reason))].join(), "");
  const found = {};
  for (const row of items) found[row.kind] = (found[row.kind] ?? 0) + row.events;
  return found;
}

async function taken() {
  const { items } = await here.api("GET", "/api/sources");
  const found = items.find((one) => one.id === source.id);
  assert.equal(found.refused_today, 0);
  return found.taken_today;
}

test("the script is small, and asked for again only to hear that it is the same", async () => {
  await start();
  const first = await fetch(`${url}/collect/v1/yutang.js`);
  const text = await first.text();
  assert.match(text, /^\/\*! yutang\.js \d+\.\d+\.\d+ \*\//);
  assert.ok(gzipSync(text, { level: 9 }).length < 6000);
  assert.match(first.headers.get("cache-control"), /^public, max-age=/);
  const tag = first.headers.get("etag");
  const again = await fetch(`${url}/collect/v1/yutang.js`, { headers: { "If-None-Match": tag } });
  assert.equal(again.status, 304);
});

test("a visitor comes, clicks, leaves, comes back, is offline: each event is there once", async () => {
  const context = await here.browser.newContext();
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));

  // Nothing before a yes.
  const asked = [];
  const sent = new Map();
  page.on("request", (request) => {
    asked.push(request.url());
    if (request.method() !== "POST" || !request.postData()) return;
    for (const one of JSON.parse(request.postData()).batch) sent.set(one.messageId, one);
  });
  await page.goto(`${site.at}/?utm_source=poster&gdt_vid=v1&token=secret`);
  await page.locator("[data-yt]").click();
  assert.deepEqual([await kept(page), await context.cookies()], [[], []]);
  assert.deepEqual(
    asked.filter((one) => one.includes("/collect/") && !one.endsWith(".js")),
    [],
  );

  await page.locator("#agree").click();
  await page.locator("[data-yt] b").click();
  await page.locator("#go").click();
  await page.evaluate(() => yutang.identify("M-e2e"));
  await page.locator("#out").click();
  await page.waitForURL(`${site.away}/there?token=x`);

  // Back, and off the line.
  await page.goto(`${site.at}/`);
  await until(async () => (await kept(page)).includes("_yt.device"));
  await context.setOffline(true);
  await page.evaluate(() => yutang.track("cart.added", { sku: "A1" }));
  await page.evaluate(() => yutang.flush());
  assert.ok((await kept(page)).some((name) => name.startsWith("_yt.q.")));
  await context.setOffline(false);
  await page.reload();

  await until(async () => (await taken()) >= 11);
  const once = await kinds();
  assert.deepEqual(
    [once["page.viewed"], once["page.clicked"], once["page.left"], once["cart.added"]],
    [4, 2, 3, 1],
  );
  assert.equal(await taken(), 11);

  // What went as the page closed goes once more under the same id, and counts once.
  await page.evaluate(() => {
    for (const name of Object.keys(localStorage).filter((one) => one.startsWith("_yt.q."))) {
      const entry = JSON.parse(localStorage[name]);
      if (entry.gone) localStorage[name] = JSON.stringify({ ...entry, gone: entry.gone - 60_000 });
    }
  });
  await page.evaluate(() => yutang.track("cart.removed", { sku: "A1" }));
  await page.evaluate(() => yutang.flush());
  await until(async () => (await kept(page)).every((name) => !name.startsWith("_yt.q.")));
  await until(async () => (await kinds())["cart.removed"] === 1);
  assert.equal(await taken(), 12);

  const told = [...sent.values()].filter((one) => one.event === "page.clicked");
  const [hero, out] = told.map((one) => one.properties);
  assert.deepEqual(
    [hero.text, hero.sku, hero.target, hero.url, hero.title, hero.utm_source, hero.click_id],
    ["Buy now", "A1", "hero", `${site.at}/`, "Home", "poster", "v1"],
  );
  assert.deepEqual(
    [out.href, out.url, out.title, out.utm_source, out.click_name],
    [`${site.away}/there`, `${site.at}/item?id=7`, "Item", "poster", "gdt_vid"],
  );
  const seconds = [...sent.values()].filter((one) => one.event === "page.left");
  assert.ok(seconds.every((one) => typeof one.properties.seconds === "number"));
  assert.equal(new Set([...sent.values()].map((one) => one.anonymousId)).size, 1);

  // A no deletes all of it.
  await page.locator("#refuse").click();
  assert.deepEqual(await kept(page), []);
  await page.reload();
  await page.locator("[data-yt]").click();
  assert.deepEqual(await kept(page), []);
  assert.deepEqual(problems, []);
  await context.close();
});
