// What the phone shows: lists, a chat, a member's card.

import { avatar, h, icon, redraw } from "./dom.js";
import { corp, state } from "./state.js";
import { clockTime, t } from "./words.js";

const MINUTES_APART = 5 * 60;

export function bar(title, { sub, left, right } = {}) {
  const words = h("div", { class: "title" }, h("strong", {}, title), sub ? h("small", {}, sub) : null);
  return h("header", { class: "bar" }, left ?? h("span"), words, right ?? h("span"));
}

export function tool(name, label, act) {
  return h("button", { class: "tool", "aria-label": label, title: label, onclick: act }, icon(name));
}

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

function preview(item) {
  if (item.kind === "text") return item.text;
  if (item.kind === "link") return `[${item.content.title}]`;
  return `[${item.kind === "image" ? t("picture") : t(item.kind)}]`;
}

export function chats(node, acts) {
  redraw(node, ["chats", state.corpid, state.me, state.chats], () => {
    const last = (chat) => chat.items.at(-1)?.at ?? chat.added_at;
    const rows = [...state.chats]
      .sort((one, other) => last(other) - last(one))
      .map((chat) =>
        h(
          "button",
          { class: "row", onclick: () => acts.open(chat.userid) },
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
      .filter((chat) => chat.state === "whole" || chat.state === "half")
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
      chat.state === "half"
        ? h("button", { class: "wide", onclick: () => acts.complete(chat) }, t("confirm"))
        : null,
      h("button", { class: "wide danger", onclick: () => acts.unfriend(chat) }, t("unfriend")),
    ),
  ]);
}

function friendLine(chat) {
  const key = { half: "halfAdded", one_sided: "left", gone: "removed" }[chat.state] ?? "added";
  return t(key, { name: chat.name });
}

// The frame of a chat is drawn once; bubbles are added as they arrive, so each slides in once.
export function chat(node, one, acts) {
  const frame = ["chat", state.corpid, state.me?.unionid, one.userid];
  redraw(node, frame, () => {
    const field = h("input", { class: "say", placeholder: t("say"), "aria-label": t("say"), maxlength: "500" });
    const send = (event) => {
      event.preventDefault();
      const text = field.value.trim();
      field.value = "";
      if (text) acts.say(acts.current(), text);
    };
    return [
      bar(one.name, {
        sub: `@${corp().name}`,
        left: tool("back", t("back"), () => acts.go("chats")),
        right: tool("more", t("more"), () => acts.profile(one.userid)),
      }),
      h("div", { class: "messages", tabindex: "0" }),
      h("form", { class: "composer", onsubmit: send }, field, h("button", { class: "primary" }, t("send"))),
      h("div", { class: "composer again" }, h("button", { class: "primary", onclick: acts.scan }, t("scan"))),
    ];
  });
  const messages = node.querySelector(".messages");
  const lines = linesOf(one);
  const known = new Set([...messages.children].map((line) => line.dataset.id));
  const wanted = new Set(lines.map((line) => line.id));
  const fresh = lines.filter((line) => !known.has(line.id));
  for (const line of [...messages.children]) if (!wanted.has(line.dataset.id)) line.remove();
  for (const line of fresh) {
    const drawn = line.make();
    drawn.dataset.id = line.id;
    if (known.size) drawn.classList.add("arrives");
    const next = lines.slice(lines.indexOf(line) + 1).find((other) => known.has(other.id));
    messages.insertBefore(drawn, next ? messages.querySelector(`[data-id="${next.id}"]`) : null);
  }
  if (fresh.length) messages.scrollTop = messages.scrollHeight;
  node.querySelector("form.composer").hidden = one.state !== "whole";
  node.querySelector(".again").hidden = one.state !== "one_sided" && one.state !== "gone";
}

function linesOf(one) {
  const lines = [];
  const friends = { id: `f-${one.state}-${Math.round(one.added_at)}`, make: () => h("p", { class: "note" }, friendLine(one)) };
  const ended = one.state === "one_sided" || one.state === "gone";
  // Who comes back finds the old messages above the new beginning.
  const start = ended ? one.items.length : one.items.findIndex((item) => item.at >= one.added_at);
  const place = start < 0 ? one.items.length : start;
  let before = 0;
  for (const [index, item] of one.items.entries()) {
    if (index === place) lines.push(friends);
    if (item.at - before > MINUTES_APART) {
      lines.push({ id: `t${item.id}`, make: () => h("p", { class: "note" }, clockTime(item.at)) });
    }
    before = item.at;
    lines.push({ id: item.id, make: () => message(one, item) });
  }
  if (place === one.items.length) lines.push(friends);
  return lines;
}

function message(one, item) {
  const who = item.mine ? state.me : one;
  return h("div", { class: item.mine ? "message mine" : "message" }, avatar(who, 40), body(item));
}

function body(item) {
  const content = item.content ?? {};
  if (item.kind === "text") return h("div", { class: "bubble" }, item.text);
  if (item.kind === "image") return h("img", { class: "photo", src: content.url ?? content.pic_url, alt: t("picture") });
  if (item.kind === "link") {
    const props = { class: "linkcard", href: safe(content.url), target: "_blank", rel: "noreferrer noopener" };
    const cover = content.picurl ? h("img", { src: safe(content.picurl), alt: "" }) : null;
    return h(
      "a",
      props,
      h("strong", {}, content.title),
      h("span", { class: "about" }, h("span", {}, content.desc ?? ""), cover),
    );
  }
  return h("div", { class: "bubble" }, `[${t(item.kind)}] ${content.title ?? ""}`);
}

// A link from a message must not run as script in this page.
function safe(url) {
  return /^https?:\/\//i.test(url ?? "") ? url : "#";
}
