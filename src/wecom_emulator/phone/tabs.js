// The tabs of a customer's phone, and what is new behind each.

import { h, icon } from "./dom.js";
import { badge } from "./parts.js";
import { readUntil, state } from "./state.js";
import { t } from "./words.js";

export function tabs(go, at, marks = {}) {
  const tab = (name) =>
    h(
      "button",
      { class: "tab", "data-key": name, "aria-current": at === name ? "page" : null, onclick: () => go(name) },
      icon(name),
      t({ contacts: "contactsTab", me: "meTab" }[name] ?? name),
      marks[name] ? badge(marks[name]) : null,
    );
  return h("nav", { class: "tabs", "aria-label": t("phoneNav") }, ["chats", "contacts", "moments", "me"].map(tab));
}

export function unreadOf(chat) {
  const until = readUntil(chat.userid);
  return chat.items.filter((item) => !item.mine && item.at > until).length;
}

// What is new since one looked, for the tabs.
export function marksOf() {
  const chats = state.chats.reduce((sum, chat) => sum + unreadOf(chat), 0);
  const groups = state.groups.filter((one) => newIn(one)).length;
  const until = readUntil("moments");
  return { chats: chats + groups, moments: state.moments.some((one) => one.at > until) };
}

export function newIn(group) {
  return Boolean(group.last) && !group.last.mine && group.last.at > readUntil(group.chat_id);
}
