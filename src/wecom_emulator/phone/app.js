// Looks at the emulator twice a second and draws what changed.

import { act, acts, drawWith, found, tell } from "./acts.js";
import { appChat } from "./appchat.js";
import * as desk from "./desk.js";
import { deskActs } from "./deskacts.js";
import { h, icon } from "./dom.js";
import { moments } from "./feed.js";
import { groupChat, groupInfo } from "./group.js";
import { look } from "./look.js";
import { me, received } from "./me.js";
import * as panel from "./panel.js";
import * as screens from "./screens.js";
import * as side from "./side.js";
import * as sidebar from "./sidebar.js";
import { newPerson, now, remember, state } from "./state.js";
import { clockTime, lang, t } from "./words.js";
import { workbench } from "./workbench.js";

const EVERY_MS = 500;
const REST = 2;
const at = (id) => document.getElementById(id);

acts.desk = deskActs(draw);
drawWith(draw);

// A screen whose chat is not here any more falls back to the list.
function drawGroup(node, screen) {
  if (!state.group) return false;
  if (screen === "group") groupChat(node, state.group, acts);
  else if (screen === "groupinfo") groupInfo(node, state.group, acts);
  else return false;
  return true;
}

function drawCustomer(node) {
  const chat = found(state.chat);
  const pages = { contacts: screens.contacts, moments, me, received };
  if (drawGroup(node, state.screen)) return;
  if (state.screen === "chat" && chat) screens.chat(node, chat, acts);
  else if (state.screen === "profile" && chat) screens.profile(node, chat, acts);
  else (pages[state.screen] ?? screens.chats)(node, acts);
}

function drawDesk(node) {
  const { data, open, screen } = state.desk;
  const pages = { requests: desk.requests, work: workbench, app: appChat };
  // Until the first look there is nothing to show, and nothing wrong.
  if (!data) return screens.blank(node);
  if (drawGroup(node, screen)) return;
  if (screen === "chat" || screen === "profile") {
    if (open) desk[screen](node, open, acts);
  } else (pages[screen] ?? desk.chats)(node, acts);
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
  side.clock(at("clock"), acts);
  panel.draw(at("log"), acts);
  at("time").textContent = clockTime(now());
}

async function run() {
  for (;;) {
    const began = performance.now();
    try {
      // A page nobody sees need not ask.
      if (!document.hidden) {
        await look();
        draw();
      }
    } catch {
      tell(t("offline"));
    }
    // A company of millions takes its time to answer: then the page asks less often.
    const pause = Math.max(EVERY_MS, REST * (performance.now() - began));
    await new Promise((again) => setTimeout(again, pause));
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
  at("people").addEventListener("click", () => setTimeout(() => act(async () => {}), 0));
  run();
}

start();
