// Looks at the emulator twice a second and draws what changed.

import { get, post } from "./api.js";
import * as desk from "./desk.js";
import { h, icon } from "./dom.js";
import * as log from "./log.js";
import { openSheet } from "./scanning.js";
import * as screens from "./screens.js";
import * as side from "./side.js";
import * as sidebar from "./sidebar.js";
import { keepId, myId, newPerson, remember, sitAt, state } from "./state.js";
import { clockTime, lang, t } from "./words.js";

const EVERY_MS = 500;
const at = (id) => document.getElementById(id);

function tell(text) {
  at("notice").textContent = text;
  at("notice").classList.add("shown");
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => at("notice").classList.remove("shown"), 4000);
}

async function act(work) {
  try {
    await work();
    await look();
  } catch (error) {
    tell(error.message);
  }
}

const told = (path, body) => post(`corps/${state.corpid}/${path}`, body);
const found = (userid) => state.chats.find((chat) => chat.userid === userid) ?? null;

const acts = {
  tell,
  go(screen) {
    state.screen = screen;
    draw();
  },
  open(userid) {
    state.chat = userid;
    acts.go("chat");
  },
  profile(userid) {
    state.chat = userid;
    acts.go("profile");
  },
  current: () => state.chat,
  scan: () => act(() => openSheet(at("screen"), acts)),
  scanned: (code) =>
    act(async () => {
      const { unionid, name, gender } = state.me;
      const answer = await told("scan", { ...code, person: { unionid, name, gender } });
      keepId(answer.external_userid);
      if (answer.chat_id) {
        acts.tell(t("joined"));
        return;
      }
      state.chat = answer.userid;
      state.screen = "chat";
    }),
  say: (userid, text) => act(() => told("say", { from: myId(), to: userid, msgtype: "text", text })),
  unfriend: (chat) =>
    act(async () => {
      await told("unfollow", { userid: chat.userid, external_userid: myId(), by: "customer" });
      state.screen = "chats";
    }),
  side(name) {
    if (state.side === name) return;
    state.side = name;
    remember();
    // Who was just talking with a member wants to see that member's side.
    if (name === "staff" && found(state.chat) && state.desk.userid !== state.chat) sitAt(state.chat);
    act(async () => {});
  },
  sit: (userid) =>
    act(async () => {
      sitAt(userid);
      side.showPhone();
    }),
  find: (text) =>
    act(async () => {
      state.desk.find = text;
      members = "";
    }),
};

const ours = (one) => ({ userid: state.desk.userid, external_userid: one.external_userid });

acts.desk = {
  go(screen) {
    state.desk.screen = screen;
    draw();
  },
  open: (external) =>
    act(async () => {
      Object.assign(state.desk, { external, open: null, screen: "chat" });
    }),
  search(text) {
    state.desk.q = text;
    clearTimeout(acts.desk.timer);
    acts.desk.timer = setTimeout(() => act(async () => {}), 300);
  },
  accept: (one) =>
    act(async () => {
      await told("complete", ours(one));
      Object.assign(state.desk, { external: one.external_userid, open: null, screen: "chat" });
    }),
  send: (external, text) =>
    told("say", { from: state.desk.userid, to: external, msgtype: "text", text: { content: text } }),
  say: (text) => act(() => acts.desk.send(state.desk.external, text)),
  remark: (one, text) =>
    act(async () => {
      const member = encodeURIComponent(state.desk.userid);
      await told(`staff/${member}/remark`, { external_userid: one.external_userid, remark: text });
      tell(t("remarkKept"));
    }),
  unfriend: (one) =>
    act(async () => {
      await told("unfollow", { ...ours(one), by: "staff" });
      Object.assign(state.desk, { external: null, open: null, screen: "chats" });
    }),
  toggle() {
    state.desk.sidebar = sidebar.wanted() === null;
    draw();
    if (!state.desk.sidebar) at("content").querySelector('[data-key="sidebar"]')?.focus();
  },
  app(agentid) {
    state.desk.agentid = agentid;
    draw();
  },
};

function drawCustomer(screen) {
  const chat = found(state.chat);
  if (state.screen === "chat" && chat) screens.chat(screen, chat, acts);
  else if (state.screen === "profile" && chat) screens.profile(screen, chat, acts);
  else if (state.screen === "contacts") screens.contacts(screen, acts);
  else screens.chats(screen, acts);
}

function drawDesk(screen) {
  const { data, open } = state.desk;
  // Until the first look there is nothing to show, and nothing wrong.
  if (!data) return screens.blank(screen);
  if (state.desk.screen === "chat" && open) desk.chat(screen, open, acts);
  else if (state.desk.screen === "profile" && open) desk.profile(screen, open, acts);
  else if (state.desk.screen === "requests") desk.requests(screen, acts);
  else if (state.desk.screen === "chats") desk.chats(screen, acts);
}

function draw() {
  side.sides(at("sides"), acts);
  if (state.side === "staff") {
    side.members(at("people"), acts);
    drawDesk(at("content"));
  } else {
    side.people(at("people"));
    drawCustomer(at("content"));
  }
  sidebar.draw(at("beside"), acts);
  side.clock(at("clock"), act);
  at("time").textContent = clockTime(Date.now() / 1000 + state.offset);
}

let company = null;

// The list of members was asked for this; it changes with what is looked for.
let members = "";

async function look() {
  state.corps = await get("corps");
  if (!state.corps.some((corp) => corp.corpid === state.corpid)) {
    state.corpid = state.corps[0]?.corpid ?? null;
  }
  if (state.corpid === null) return draw();
  if (company !== state.corpid) {
    log.forget();
    sitAt(null);
  }
  company = state.corpid;
  await Promise.all([state.side === "staff" ? lookAtDesk() : lookAtPhone(), log.follow()]);
  draw();
  log.strip(at("log"));
}

async function lookAtPhone() {
  const looked = myId();
  const [others, phone] = await Promise.all([
    get(`corps/${company}/people?limit=24`),
    looked ? get(`corps/${company}/phone?external_userid=${looked}`).catch(() => null) : null,
  ]);
  state.others = others.map((one) => ({ ...one, relations: undefined, corpid: company }));
  if (looked === myId()) state.chats = phone?.chats ?? [];
  if (phone) setClock(phone.now);
}

async function lookAtDesk() {
  const { desk: mine } = state;
  const wanted = `staff?limit=20&q=${encodeURIComponent(mine.find)}`;
  if (members !== company + wanted) {
    mine.members = await get(`corps/${company}/${wanted}`);
    members = company + wanted;
  }
  if (!mine.userid && mine.members.length) sitAt(mine.members[0].userid);
  if (!mine.userid) return;
  const { userid, external, q } = mine;
  const whose = `userid=${encodeURIComponent(userid)}`;
  const [data, open] = await Promise.all([
    get(`corps/${company}/desk?${whose}&q=${encodeURIComponent(q)}`),
    external ? get(`corps/${company}/desk/chat?${whose}&external_userid=${external}`) : null,
  ]);
  // Meanwhile somebody else may sit here, or another chat be open.
  if (userid !== mine.userid) return;
  if (q === mine.q) mine.data = data;
  if (external === mine.external) mine.open = open;
  setClock(data.now);
}

function setClock(now) {
  state.offset = Math.round(now - Date.now() / 1000);
}

async function run() {
  for (;;) {
    try {
      // A page nobody sees need not ask.
      if (!document.hidden) await look();
    } catch {
      tell(t("offline"));
    }
    await new Promise((again) => setTimeout(again, EVERY_MS));
  }
}

function start() {
  document.documentElement.lang = lang === "en" ? "en" : "zh-CN";
  document.title = t("title");
  if (!state.me) newPerson(t("nobody"));
  remember();
  sidebar.listen(acts);
  side.onEscape(() => sidebar.isSheet() && acts.desk.toggle());
  at("screen").append(
    h("div", { class: "status" }, h("time", { id: "time" }), icon("signal", 20)),
    h("div", { id: "content" }),
  );
  at("people").addEventListener("click", () => setTimeout(() => act(async () => draw()), 0));
  run();
}

start();
