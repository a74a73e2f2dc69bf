// The app's page beside a chat, and the bridge by which it speaks with the phone.

import { post } from "./api.js";
import { h, icon } from "./dom.js";
import { corp, pages, state } from "./state.js";
import { t } from "./words.js";

const TYPE = "wecom-emulator";
const COOKIE = "wecom_emulator_member";
const wide = matchMedia("(min-width: 1100px)");

// What is open: its frame, whose it is, and which app it has proved to be.
let open = null;

// Beside what it stands, in the words of the bridge: a customer's chat or a group's.
function beside() {
  const { desk, group } = state;
  if (desk.screen === "group") return group && !group.dismissed ? { chatId: group.chat_id } : null;
  if (desk.screen !== "chat" || !["whole", "one_sided"].includes(desk.open?.state)) return null;
  return { userId: desk.open.external_userid };
}

export function wanted() {
  const { desk } = state;
  const shown = desk.sidebar ?? wide.matches;
  if (state.side !== "staff" || !shown || !beside()) return null;
  const apps = pages();
  return apps.find((app) => app.agentid === desk.agentid) ?? apps[0] ?? null;
}

// On a narrow screen it lies over the phone.
export const isSheet = () => wanted() !== null && !wide.matches;

export function draw(node, acts) {
  const app = wanted();
  node.hidden = app === null;
  node.parentElement.classList.toggle("with-sidebar", app !== null);
  // A page that is out of sight stays as it is, for the next chat.
  if (app === null) return;
  const { userid } = state.desk;
  const chat = beside();
  const key = JSON.stringify([state.corpid, userid, app]);
  if (open?.key !== key) {
    // The page asks WeCom who opens it; WeCom knows by this.
    // biome-ignore lint/suspicious/noDocumentCookie: the plain cookie is what the sign-in page reads
    document.cookie = `${COOKIE}=${state.corpid}|${userid}; path=/; SameSite=Lax`;
    const frame = h("iframe", { src: app.sidebar_url, title: t("sidebar"), allow: "clipboard-write" });
    open = { key, app, frame, origin: new URL(app.sidebar_url).origin, chat, proved: false };
    node.replaceChildren(head(app, acts), frame);
    if (!wide.matches) node.querySelector("button").focus();
  } else if (JSON.stringify(open.chat) !== JSON.stringify(chat)) {
    open.chat = chat;
    open.frame.contentWindow.postMessage({ type: TYPE, event: "chat", ...chat }, open.origin);
  }
}

function head(app, acts) {
  const choose = h(
    "select",
    { "aria-label": t("app"), onchange: (event) => acts.desk.app(Number(event.target.value)) },
    pages().map((one) => h("option", { value: one.agentid, selected: one === app }, String(one.agentid))),
  );
  return h(
    "header",
    {},
    h("h2", {}, t("sidebar")),
    pages().length > 1 ? choose : h("span", { class: "hint" }, t("appOf", { n: app.agentid })),
    h("button", { class: "shut", "aria-label": t("closeSidebar"), title: t("closeSidebar"), onclick: acts.desk.toggle }, icon("close", 20)),
  );
}

const METHODS = ["getContext", "getCurExternalContact", "getCurExternalChat", "sendChatMessage"];
const NO_CHAT = "without context of external contact";
const ok = (more = {}) => ({ word: "ok", ...more });
const fail = (code) => ({ word: `fail ${code}` });

async function agentConfig(asked, args) {
  if (String(args.agentid) !== String(asked.app.agentid)) return fail(40056);
  // The client signs the page it shows, whatever the page says of itself.
  if (!String(args.url).startsWith(`${asked.origin}/`)) return fail(40093);
  const judged = await post(`corps/${state.corpid}/js-signature`, args);
  if (judged.errcode !== 0) return fail(judged.errcode);
  asked.proved = true;
  return ok();
}

async function sendChatMessage(asked, args, acts) {
  const text = args.text?.content;
  if (args.msgtype !== "text" || typeof text !== "string" || !text.trim()) return fail(40058);
  if (asked.chat.chatId) await acts.sayInGroup(asked.chat.chatId, text);
  else await acts.desk.send(asked.chat.userId, text);
  return ok();
}

async function answer(asked, method, args, acts) {
  if (method === "agentConfig") return agentConfig(asked, args);
  if (!METHODS.includes(method)) return fail("function not exist");
  if (!asked.proved) return fail(48002);
  const { chat } = asked;
  if (method === "getContext") return ok({ entry: `${chat.chatId ? "group" : "single"}_chat_tools` });
  if (wanted()?.agentid !== asked.app.agentid) return fail(NO_CHAT);
  // Asked of the list as it is now: the console may have changed it.
  const app = corp().apps.find((one) => one.agentid === asked.app.agentid);
  if (!app?.may_call_contact) return fail(48002);
  if (method === "sendChatMessage") return sendChatMessage(asked, args, acts);
  const wants = method === "getCurExternalChat" ? "chatId" : "userId";
  return chat[wants] ? ok({ [wants]: chat[wants] }) : fail(NO_CHAT);
}

export function listen(acts) {
  addEventListener("message", async (event) => {
    const asked = open;
    if (!asked || event.source !== asked.frame.contentWindow || event.origin !== asked.origin) return;
    const { type, id, method, args } = event.data ?? {};
    if (type !== TYPE || typeof method !== "string") return;
    const { word, ...more } = await answer(asked, method, args ?? {}, acts).catch(() => fail(40058));
    if (asked !== open) return;
    event.source.postMessage({ type: TYPE, id, errMsg: `${method}:${word}`, ...more }, event.origin);
  });
}
