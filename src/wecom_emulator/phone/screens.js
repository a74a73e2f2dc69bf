// The phone of a customer: lists, a chat, a member's card.

import { bar, drawChat, preview, tool } from "./chat.js";
import { avatar, h, icon, redraw } from "./dom.js";
import { groupRow } from "./group.js";
import { empty, faced } from "./parts.js";
import { corp, now, state } from "./state.js";
import { marksOf, newIn, tabs, unreadOf } from "./tabs.js";
import { listTime, t } from "./words.js";

export function chats(node, acts) {
  const last = (chat) => chat.items.at(-1)?.clock ?? chat.createtime;
  const marks = marksOf();
  redraw(node, ["chats", state.corpid, state.me, state.chats, state.groups, marks, listTime(now(), now())], () => {
    const one = (chat) =>
      h(
        "button",
        { class: "row", "data-key": chat.userid, onclick: () => acts.open(chat.userid) },
        faced(avatar(chat, 48), unreadOf(chat)),
        h(
          "span",
          { class: "words" },
          h("span", { class: "name" }, chat.name, h("small", {}, `@${corp().name}`)),
          h("span", { class: "last" }, chat.items.length ? preview(chat.items.at(-1)) : friendLine(chat)),
        ),
        h("time", {}, listTime(last(chat), now())),
      );
    const rows = [
      ...state.chats.map((chat) => ({ at: last(chat), row: one(chat) })),
      ...state.groups.map((group) => ({
        at: group.last?.clock ?? group.joined_at,
        row: groupRow(group, newIn(group), () => acts.group(group.chat_id)),
      })),
    ].sort((a, b) => b.at - a.at);
    return [
      bar(t("chats"), { right: tool("scan", t("scan"), acts.scan) }),
      h(
        "div",
        { class: "body" },
        rows.length ? rows.map((each) => each.row) : empty(t("noChats"), t("noChatsHint"), t("scan"), acts.scan),
      ),
      tabs(acts.go, "chats", marks),
    ];
  });
}

export function contacts(node, acts) {
  const marks = marksOf();
  redraw(node, ["contacts", state.corpid, state.me, state.chats, state.groups, marks], () => {
    const rows = state.chats
      .filter((chat) => ["whole", "half", "asked"].includes(chat.state))
      .map((chat) =>
        h(
          "button",
          { class: "row", onclick: () => acts.profile(chat.userid) },
          avatar(chat, 40),
          h("span", { class: "words" }, h("span", { class: "name" }, chat.name, h("small", {}, `@${corp().name}`))),
        ),
      );
    const scanRow = h(
      "button",
      { class: "row", onclick: acts.scan },
      h("span", { class: "avatar square" }, icon("scan")),
      h("span", { class: "words" }, h("span", { class: "name" }, t("scan"))),
    );
    const groups = state.groups.map((group) => groupRow(group, false, () => acts.group(group.chat_id)));
    return [
      bar(t("contacts")),
      h(
        "div",
        { class: "body" },
        scanRow,
        rows.length ? rows : h("p", { class: "none" }, t("noContacts")),
        groups.length ? h("h3", { class: "section" }, t("myGroups")) : null,
        groups,
      ),
      tabs(acts.go, "contacts", marks),
    ];
  });
}

export function profile(node, chat, acts) {
  redraw(node, ["profile", chat.userid, chat.state], () => [
    bar("", { left: tool("back", t("back"), () => acts.go("contacts")) }),
    h(
      "div",
      { class: "body card" },
      h(
        "div",
        { class: "who" },
        avatar(chat, 64),
        h("div", {}, h("strong", {}, chat.name), h("small", {}, t("profile", { corp: corp().name }))),
      ),
      h("button", { class: "wide", onclick: () => acts.open(chat.userid) }, t("talk")),
      h("button", { class: "wide danger", onclick: () => acts.unfriend(chat) }, t("unfriend")),
    ),
  ]);
}

function friendLine(chat) {
  const gone = { customer: "left", transfer: "handedOver" }[chat.ended_by] ?? "removed";
  const key = { asked: "askedOf", half: "halfAdded", one_sided: "left", gone }[chat.state] ?? "added";
  return t(key, { name: chat.name });
}

export function chat(node, one, acts) {
  const ended = one.state === "one_sided" || one.state === "gone";
  drawChat(node, one, {
    key: ["customer", state.corpid, state.me?.unionid, one.userid],
    title: one.name,
    sub: `@${corp().name}`,
    left: tool("back", t("back"), () => acts.go("chats")),
    right: [tool("more", t("more"), () => acts.profile(one.userid))],
    me: state.me,
    them: one,
    friend: friendLine(one),
    ended,
    talks: one.state === "whole",
    say: (text) => acts.say(acts.current(), text),
    again: ended ? acts.scan : null,
    againWord: t("scan"),
  });
}

export function blank(node) {
  redraw(node, ["blank", state.corpid], () => [bar(""), h("div", { class: "body" })]);
}
