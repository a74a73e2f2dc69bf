// What the buttons of a customer's phone do, and those that both phones have.

import { post } from "./api.js";
import { askMembersAgain, look } from "./look.js";
import { isPage, openPage } from "./opening.js";
import { scanSheet } from "./scanning.js";
import * as side from "./side.js";
import { keepId, myId, remember, sitAt, state } from "./state.js";
import { t } from "./words.js";

const at = (id) => document.getElementById(id);

export function tell(text) {
  at("notice").textContent = text;
  at("notice").classList.add("shown");
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => at("notice").classList.remove("shown"), 4000);
}

let drawing = () => {};

export function drawWith(draw) {
  drawing = draw;
}

export async function act(work) {
  try {
    await work();
    await look();
    drawing();
  } catch (error) {
    tell(error.message);
  }
}

export const told = (path, body) => post(`corps/${state.corpid}/${path}`, body);
export const found = (userid) => state.chats.find((chat) => chat.userid === userid) ?? null;
const staffHere = () => state.side === "staff";

export const acts = {
  tell,
  act,
  draw: () => drawing(),
  go(screen) {
    state.screen = screen;
    drawing();
    // A screen that asks for more than the last one did gets it at once.
    if (["me", "received", "moments"].includes(screen)) act(async () => {});
  },
  me: () => (staffHere() ? state.desk.userid : myId()),
  back: () => (staffHere() ? acts.desk.go("chats") : acts.go("chats")),
  open(userid) {
    state.chat = userid;
    acts.go("chat");
  },
  profile(userid) {
    state.chat = userid;
    acts.go("profile");
  },
  current: () => state.chat,
  scan: () => act(() => scanSheet(acts)),
  scanned: (code) =>
    act(async () => {
      if (isPage(code.qr)) {
        openPage(code.qr, acts);
        return;
      }
      const { unionid, name, gender } = state.me;
      const answer = await told("scan", { ...code, person: { unionid, name, gender } });
      keepId(answer.external_userid);
      if (answer.chat_id) {
        Object.assign(state, { groupId: answer.chat_id, group: null, screen: "group" });
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
  group: (chatId) =>
    act(async () => {
      if (state.groupId !== chatId) Object.assign(state, { groupId: chatId, group: null });
      if (staffHere()) state.desk.screen = "group";
      else state.screen = "group";
    }),
  groupInfo: () => (staffHere() ? acts.desk.go("groupinfo") : acts.go("groupinfo")),
  sayInGroup: (chatId, text) =>
    act(() => told("say", { from: acts.me(), chat_id: chatId, msgtype: "text", text: { content: text } })),
  leaveGroup: (group) =>
    act(async () => {
      const who = staffHere() ? { userid: acts.me() } : { external_userid: acts.me() };
      await told(`groups/${group.chat_id}/leave`, who);
      Object.assign(state, { groupId: null, group: null, screen: "chats" });
      state.desk.screen = "chats";
      tell(t("leftGroup", { name: group.name }));
    }),
  react: (post, what) =>
    act(() => told(`moments/${post.moment_id}/react`, { external_userid: myId(), userid: post.userid, ...what })),
  side(name) {
    if (state.side === name) return;
    state.side = name;
    Object.assign(state, { groupId: null, group: null });
    if (state.screen === "group" || state.screen === "groupinfo") state.screen = "chats";
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
      askMembersAgain();
    }),
};
