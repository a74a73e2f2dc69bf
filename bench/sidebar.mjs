// Opens the sidebar as a phone does, each visit with an empty cache and then once more, and tells
// when the customer's name was painted. Reads one JSON object from stdin, prints one.
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../web/package.json", import.meta.url))("playwright-core");

let told = "";
for await (const part of process.stdin) told += part;
const { browser: executablePath, url, corp, agent, network, visits } = JSON.parse(told);

/** The client's side of the SDK, as its own code speaks with it; it answers at once. */
function clientBridge(external) {
  window.WeixinJSBridge = {
    on() {},
    invoke(name, _, answer) {
      const more = {
        getContext: { entry: "single_chat_tools" },
        getCurExternalContact: { userId: external },
      };
      answer({ err_msg: `${name}:ok`, ...more[name] });
    },
  };
}

/** When the name stands on the screen: the frame after the one that drew it has begun. */
function watchName() {
  const seen = new MutationObserver(() => {
    const name = document.querySelector("h1 .name")?.textContent;
    if (!name) return;
    seen.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.first = { name, ms: performance.now() };
      }),
    );
  });
  seen.observe(document, { childList: true, characterData: true, subtree: true });
}

async function openOnce(context) {
  const tab = await context.newPage();
  const phone = await context.newCDPSession(tab);
  await phone.send("Network.enable");
  await phone.send("Network.emulateNetworkConditions", { offline: false, ...network });
  const problems = [];
  tab.on("pageerror", (error) => problems.push(String(error)));
  await tab.goto(`${url}/m/?corp=${corp}&agent=${agent}`, { waitUntil: "commit" });
  await tab.waitForFunction(() => window.first, null, { timeout: 20_000, polling: 20 });
  const found = await tab.evaluate(() => ({
    ...window.first,
    requests: [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter((one) => one.startTime < window.first.ms)
      .map((one) => ({
        what: new URL(one.name).pathname,
        from: Math.round(one.startTime),
        answered: Math.round(one.responseStart),
        to: Math.round(one.responseEnd),
        bytes: one.transferSize,
      })),
  }));
  if (problems.length > 0) throw new Error(problems.join("; "));
  await tab.close();
  return found;
}

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
});
const answers = [];
for (const { external, token } of visits) {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    userAgent: "Mozilla/5.0 (Linux; Android 12) Chrome/116.0 Mobile wxwork/4.1.39 MicroMessenger/7",
  });
  await context.addCookies([{ name: "yutang_staff", value: token, url, httpOnly: true }]);
  await context.addInitScript(clientBridge, external);
  await context.addInitScript(watchName);
  answers.push({ external, cold: await openOnce(context), warm: await openOnce(context) });
  await context.close();
}
await browser.close();
console.log(JSON.stringify(answers));
