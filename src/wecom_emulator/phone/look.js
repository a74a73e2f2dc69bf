// Asks the emulator for what the open screen shows.

import { get } from "./api.js";
import { markRead, myId, sitAt, state } from "./state.js";
import * as panel from "./panel.js";

let company = null;

// The list of members was asked for this; it changes with what is looked for.
let members = "";

export function askMembersAgain() {
  members = "";
}

export async function look() {
  state.corps = await get("corps");
  if (!state.corps.some((corp) => corp.corpid === state.corpid)) {
    state.corpid = state.corps[0]?.corpid ?? null;
  }
  if (state.corpid === null) return;
  if (company !== state.corpid) {
    panel.forget();
    sitAt(null);
  }
  company = state.corpid;
  await Promise.all([state.side === "staff" ? lookAtDesk() : lookAtPhone(), panel.look()]);
}

async function openGroup(who) {
  const wanted = state.groupId;
  if (!wanted || !who) return null;
  const query = new URLSearchParams({ who, chat_id: wanted });
  // Whoever was put out of a group meanwhile is back at his chats.
  const group = await get(`corps/${company}/group_chat?${query}`).catch(() => null);
  if (wanted !== state.groupId) return state.group;
  if (group === null) state.groupId = null;
  return group;
}

async function lookAtPhone() {
  const looked = myId();
  const of = (path) => get(`corps/${company}/${path}external_userid=${looked}`).catch(() => null);
  const history = ["me", "received"].includes(state.screen);
  const [others, phone, moments, received, group] = await Promise.all([
    get(`corps/${company}/people?limit=24`),
    looked ? of("phone?") : null,
    looked ? of("moments?") : null,
    looked && history ? of(`phone/received?limit=${state.screen === "me" ? 1 : 100}&`) : null,
    openGroup(looked),
  ]);
  state.others = others.map((one) => ({ ...one, relations: undefined, corpid: company }));
  if (looked !== myId()) return;
  Object.assign(state, { chats: phone?.chats ?? [], groups: phone?.groups ?? [], moments: moments ?? [], group });
  if (history || !looked) state.received = received;
  if (phone) setClock(phone.now);
  read(state.screen === "chat" ? state.chat : state.groupId);
  if (state.screen === "moments") markRead("moments");
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
  const of = (path) => get(`corps/${company}/${path}?${whose}`);
  const [data, open, todos, done, appMessages, group] = await Promise.all([
    get(`corps/${company}/desk?${whose}&q=${encodeURIComponent(q)}`),
    external ? get(`corps/${company}/desk/chat?${whose}&external_userid=${external}`) : null,
    of("todos"),
    mine.screen === "work" ? of("desk/done") : mine.done,
    of("app_messages"),
    openGroup(userid),
  ]);
  // Meanwhile somebody else may sit here, or another chat be open.
  if (userid !== mine.userid) return;
  if (q === mine.q) mine.data = data;
  if (external === mine.external) mine.open = open;
  Object.assign(mine, { todos, done, appMessages });
  state.group = group;
  setClock(data.now);
  read({ chat: external, group: state.groupId, app: "app" }[mine.screen]);
}

function read(chat) {
  if (chat) markRead(chat);
}

function setClock(now) {
  state.offset = Math.round(now - Date.now() / 1000);
}
