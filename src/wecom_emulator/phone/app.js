// Looks at the emulator twice a second and draws what changed.

import { get, post } from "./api.js";
import { openSheet } from "./scanning.js";
import * as screens from "./screens.js";
import * as side from "./side.js";
import { become, keepId, myId, newPerson, remember, state } from "./state.js";
import { clockTime, lang, t } from "./words.js";
import { h, icon } from "./dom.js";

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
      state.chat = answer.userid;
      state.screen = "chat";
    }),
  say: (userid, text) => act(() => told("say", { from: myId(), to: userid, msgtype: "text", text })),
  complete: (chat) =>
    act(() => told("complete", { userid: chat.userid, external_userid: myId() })),
  unfriend: (chat) =>
    act(async () => {
      await told("unfollow", { userid: chat.userid, external_userid: myId(), by: "customer" });
      state.screen = "chats";
    }),
};

function draw() {
  const screen = at("content");
  const chat = found(state.chat);
  side.people(at("people"));
  if (state.screen === "chat" && chat) screens.chat(screen, chat, acts);
  else if (state.screen === "profile" && chat) screens.profile(screen, chat, acts);
  else if (state.screen === "contacts") screens.contacts(screen, acts);
  else screens.chats(screen, acts);
  side.clock(at("clock"), act);
  at("time").textContent = clockTime(Date.now() / 1000 + state.offset);
}

let company = null;

async function look() {
  state.corps = await get("corps");
  if (!state.corps.some((corp) => corp.corpid === state.corpid)) {
    state.corpid = state.corps[0]?.corpid ?? null;
  }
  if (state.corpid === null) return draw();
  if (company !== state.corpid) side.forget();
  company = state.corpid;
  const looked = myId();
  const [others, phone] = await Promise.all([
    get(`corps/${state.corpid}/people?limit=24`),
    looked ? get(`corps/${state.corpid}/phone?external_userid=${looked}`).catch(() => null) : null,
    side.follow(),
  ]);
  state.others = others.map((one) => ({ ...one, relations: undefined, corpid: company }));
  if (looked === myId()) state.chats = phone?.chats ?? [];
  if (phone) state.offset = Math.round(phone.now - Date.now() / 1000);
  draw();
  side.strip(at("log"));
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
  at("screen").append(
    h("div", { class: "status" }, h("time", { id: "time" }), icon("signal", 20)),
    h("div", { id: "content" }),
  );
  at("people").addEventListener("click", () => setTimeout(() => act(async () => draw()), 0));
  run();
}

start();
