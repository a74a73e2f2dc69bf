// The customer himself, and the history of what he received.

import { body } from "./cards.js";
import { bar, tool } from "./chat.js";
import { avatar, h, icon, redraw } from "./dom.js";
import { postParts } from "./feed.js";
import { empty } from "./parts.js";
import { corp, now, state } from "./state.js";
import { marksOf, tabs } from "./tabs.js";
import { clockTime, dayName, t } from "./words.js";

function line(name, icon_, told, act) {
  return h(
    "button",
    { class: "row line", "data-key": name, onclick: act },
    h("span", { class: "mark_" }, icon(icon_, 24)),
    h("span", { class: "words" }, t(name)),
    h("span", { class: "last" }, told),
    icon("next", 18),
  );
}

export function me(node, acts) {
  const marks = marksOf();
  const total = state.received?.total ?? 0;
  redraw(node, ["me", state.corpid, state.me, total, state.groups.length, marks], () => [
    bar(t("meTab")),
    h(
      "div",
      { class: "body card" },
      h("div", { class: "who" }, avatar(state.me, 64), h("div", {}, h("strong", {}, state.me.name), h("small", {}, t("ofWechat")))),
      line("received", "inbox", t("receivedAll", { n: total }), () => acts.go("received")),
      line("myGroups", "group", String(state.groups.length), () => acts.go("contacts")),
      line("moments", "moments", "", () => acts.go("moments")),
    ),
    tabs(acts.go, "me", marks),
  ]);
}

function entry(row) {
  const from = row.group ? t("inGroup", { name: row.name, group: row.group }) : t("from", { name: row.name });
  return h(
    "li",
    { class: "got" },
    h("p", { class: "gothead" }, h("time", {}, clockTime(row.clock)), h("span", { class: "kindmark" }, t(`kind_${row.kind}`)), h("span", { class: "last" }, from)),
    h("div", { class: "gotbody" }, row.kind === "moment" ? postParts(row.parts) : row.parts.map((part) => body(part))),
  );
}

function days(rows) {
  const found = [];
  for (const row of rows) {
    const day = dayName(row.clock, now());
    if (found.at(-1)?.day !== day) found.push({ day, rows: [] });
    found.at(-1).rows.push(row);
  }
  return found.map((each) => h("section", {}, h("h3", { class: "section" }, each.day), h("ol", { class: "timeline" }, each.rows.map(entry))));
}

export function received(node, acts) {
  const { rows = [], total = 0 } = state.received ?? {};
  redraw(node, ["received", state.corpid, state.me, rows, total, dayName(rows.at(-1)?.clock ?? 0, now())], () => {
    const counted = rows.length < total ? t("newestOf", { n: rows.length, total }) : t("receivedAll", { n: total });
    return [
      bar(t("received"), { sub: `@${corp().name}`, left: tool("back", t("back"), () => acts.go("me")) }),
      h(
        "div",
        { class: "body card", tabindex: "0" },
        h("p", { class: "hint pad" }, t("receivedHint"), h("br"), rows.length ? counted : ""),
        rows.length ? days(rows) : empty(t("noReceived"), t("noChatsHint")),
      ),
    ];
  });
}
