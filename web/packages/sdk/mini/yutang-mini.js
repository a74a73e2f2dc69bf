// Yutang for WeChat mini programs: one file, no dependencies. Put it beside app.js:
//
//   const yutang = require("./yutang-mini.js");
//   yutang.init({ key: "…", endpoint: "https://yutang.example.com" }); // before App()
//   yutang.identify({ openid, unionid });  // once your server told them, from wx.login
//   yutang.track("cart.added", { sku: "A1" });
//
// The endpoint must be among the request domains of the mini program. With consent: "required"
// nothing is stored or sent before yutang.consent(true).
const VERSION = "0.1.0";
const KEYS = { device: "_yt.device", queue: "_yt.queue", consent: "_yt.consent" };
const BATCH = 20;
const MOST_WAITING = 500;
const PAUSE = 5000;
const HOPELESS = [400, 409, 413, 415, 422];
const IDS = ["external", "unionid", "openid", "phone", "member_number", "device"];

let options = null;
let said = null; // To the question for consent: yes, no, or nothing.
let queue = null; // Read from storage at first use.
let busy = false;
let failures = 0;
let until = 0;
let timer = null;
let view = null;
const launch = {};

const uuid = () =>
  "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () =>
    Math.floor(Math.random() * 16).toString(16),
  );
const load = (key) => {
  try {
    return wx.getStorageSync(key) || null;
  } catch {
    return null;
  }
};
// A phone that is full still sends: what cannot be stored waits in memory.
const keep = (key, value) => {
  try {
    wx.setStorageSync(key, value);
  } catch {}
};

let deviceId = "";
function device() {
  if (!deviceId) {
    deviceId = load(KEYS.device) || uuid();
    keep(KEYS.device, deviceId);
  }
  return deviceId;
}

function allowed() {
  if (!options) return false;
  return said ? said === "yes" : options.consent !== "required";
}

function put(type, fields) {
  if (!allowed()) return;
  queue = queue || load(KEYS.queue) || [];
  const timestamp = new Date().toISOString();
  queue.push({ type, messageId: uuid(), timestamp, anonymousId: device(), ...fields });
  queue.splice(0, queue.length - MOST_WAITING);
  keep(KEYS.queue, queue);
  if (queue.length >= BATCH) flush();
  else wake(PAUSE);
}

function wake(milliseconds) {
  if (timer) return;
  timer = setTimeout(() => {
    timer = null;
    flush();
  }, milliseconds);
}

function flush() {
  if (busy || !allowed()) return;
  queue = queue || load(KEYS.queue) || [];
  if (queue.length === 0) return;
  if (until > Date.now()) return wake(until - Date.now());
  busy = true;
  const batch = queue.slice(0, BATCH);
  let status = 0;
  let retryAfter = 0;
  wx.request({
    url: `${options.endpoint.replace(/\/+$/, "")}/collect/v1/batch`,
    method: "POST",
    header: { "Content-Type": "application/json", Authorization: `Bearer ${options.key}` },
    data: { sentAt: new Date().toISOString(), batch },
    success: (answer) => {
      status = answer.statusCode;
      const header = answer.header || {};
      retryAfter = Number(header["Retry-After"] || header["retry-after"]) || 0;
    },
    complete: () => {
      busy = false;
      if (!allowed()) return;
      if ((status >= 200 && status < 300) || HOPELESS.includes(status)) {
        // By id: others may have been dropped from the front meanwhile.
        const gone = new Set(batch.map((one) => one.messageId));
        queue = queue.filter((one) => !gone.has(one.messageId));
        keep(KEYS.queue, queue);
        failures = 0;
        flush();
        return;
      }
      const own = Math.min(2000 * 2 ** failures, 300000) * (0.5 + Math.random() / 2);
      failures += 1;
      until = Date.now() + (retryAfter > 0 ? Math.min(retryAfter * 1000, 3600000) : own);
      wake(until - Date.now());
    },
  });
}

function show(page) {
  leave();
  if (!allowed()) return;
  const path = page.route || page.__route__ || "";
  view = { since: Date.now(), properties: { path, url: path, ...launch } };
  put("page", { name: path, properties: view.properties });
}

function leave() {
  if (!view) return;
  const seconds = Math.round((Date.now() - view.since) / 100) / 10;
  put("track", { event: "page.left", properties: { ...view.properties, seconds } });
  view = null;
}

const before = (first, then) =>
  function hooked(...given) {
    first.call(this, ...given);
    return then ? then.apply(this, given) : undefined;
  };

/** Page views and how long they lasted, by way of what every page and app is made with. */
function hook() {
  const [plainPage, plainApp] = [Page, App];
  Page = (page) =>
    plainPage({
      ...page,
      onShow: before(function shown() {
        show(this);
      }, page.onShow),
      onHide: before(leave, page.onHide),
      onUnload: before(leave, page.onUnload),
    });
  App = (app) =>
    plainApp({
      ...app,
      onLaunch: before(came, app.onLaunch),
      onShow: before(came, app.onShow),
      onHide: before(() => {
        leave();
        flush();
      }, app.onHide),
    });
}

/** A scene and a campaign: kept while the app is open. */
function came(how) {
  const { scene, query = {} } = how || {};
  const utm = Object.keys(query).filter((name) => /^utm_\w+$|^(gdt_vid|clickid)$/.test(name));
  if (scene !== undefined) launch.scene = String(scene);
  for (const name of utm) launch[name] = String(query[name]).slice(0, 500);
}

module.exports = {
  version: VERSION,
  init(given) {
    if (options) return;
    if (!given.key || !given.endpoint) throw new Error("yutang.init needs key and endpoint");
    options = given;
    said = load(KEYS.consent);
    if (given.auto !== false) hook();
    flush();
  },
  track: (event, properties = {}) => put("track", { event, properties }),
  identify(user, more) {
    const given = typeof user === "object" ? user : more || {};
    const ids = {};
    for (const kind of IDS) if (given[kind]) ids[kind] = given[kind];
    put("identify", typeof user === "object" ? { ids } : { userId: String(user), ids });
    flush();
  },
  alias: (user, previous) =>
    put("alias", { userId: String(user), previousId: previous || device() }),
  consent(agreed) {
    if (agreed) {
      said = "yes";
      keep(KEYS.consent, said);
      const pages = typeof getCurrentPages === "function" ? getCurrentPages() : [];
      if (!view && pages.length) show(pages[pages.length - 1]);
      return;
    }
    queue = [];
    view = null;
    deviceId = "";
    for (const key of Object.values(KEYS)) {
      try {
        wx.removeStorageSync(key);
      } catch {}
    }
    said = options && options.consent !== "required" ? "no" : null;
    if (said) keep(KEYS.consent, said);
  },
  optOut() {
    this.consent(false);
  },
  flush,
};
