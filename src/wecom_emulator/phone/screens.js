// The phone of a customer: lists, a chat, a member's card.

import { bar, drawChat, preview, tool } from "./chat.js";
import { avatar, h, icon, redraw } from "./dom.js";
import { corp, state } from "./state.js";
import { clockTime, t } from "./words.js";

function tabs(go) {
  const tab = (name) =>
    h(
      "button",
      { class: "tab", "aria-current": state.screen === name ? "page" : null, onclick: () => go(name) },
      icon(name),
      t(name),
    );
  return h("nav", { class: "tabs" }, tab("chats"), tab("contacts"));
}

function empty(title, hint, act) {
  return h(
    "div",
    { class: "empty" },
    h("p", {}, title),
    hint ? h("p", { class: "hint" }, hint) : null,
    h("button", { class: "primary", onclick: act }, t("scan")),
  );
}

export function chats(node, acts) {
  redraw(node, ["chats", state.corpid, state.me, state.chats], () => {
    const last = (chat) => chat.items.at(-1)?.at ?? chat.added_at;
    const rows = [...state.chats]
      .sort((one, other) => last(other) - last(one))
      .map((chat) =>
        h(
          "button",
          { class: "row", "data-key": chat.userid, onclick: () => acts.open(chat.userid) },
          avatar(chat, 48),
          h(
            "span",
            { class: "words" },
            h("span", { class: "name" }, chat.name, h("small", {}, `@${corp().name}`)),
            h("span", { class: "last" }, chat.items.length ? preview(chat.items.at(-1)) : friendLine(chat)),
          ),
          h("time", {}, clockTime(last(chat))),
        ),
      );
    return [
      bar(t("chats"), { right: tool("scan", t("scan"), acts.scan) }),
      h(
        "div",
        { class: "body" },
        rows.length ? rows : empty(t("noChats"), t("noChatsHint"), acts.scan),
      ),
      tabs(acts.go),
    ];
  });
}

export function contacts(node, acts) {
  redraw(node, ["contacts", state.corpid, state.me, state.chats], () => {
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
    return [
      bar(t("contacts")),
      h("div", { class: "body" }, scanRow, rows.length ? rows : h("p", { class: "none" }, t("noContacts"))),
      tabs(acts.go),
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
