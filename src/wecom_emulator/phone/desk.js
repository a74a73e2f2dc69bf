// The phone of a member of staff: his chats, the requests that wait, a customer's card.

import { bar, drawChat, preview, tool } from "./chat.js";
import { avatar, h, icon, redraw } from "./dom.js";
import { groupRow } from "./group.js";
import { badge, empty, faced } from "./parts.js";
import { appPreview } from "./appchat.js";
import { corp, now, pages, readUntil, state } from "./state.js";
import { dayTime, listTime, t } from "./words.js";

const called = (one) => one.remark || one.name;

export function tabs(acts) {
  const counts = { requests: state.desk.data?.requests_total ?? 0, work: state.desk.todos.length };
  const tab = (name) =>
    h(
      "button",
      {
        class: "tab",
        "data-key": name,
        "aria-current": state.desk.screen === name ? "page" : null,
        onclick: () => acts.desk.go(name),
      },
      icon(name),
      t(name),
      counts[name] ? badge(counts[name]) : null,
    );
  return h("nav", { class: "tabs", "aria-label": t("phoneNav") }, ["chats", "requests", "work"].map(tab));
}

function customer(one, act) {
  const last = one.last ? preview(one.last) : t("added", { name: one.name });
  const fresh = Boolean(one.last) && !one.last.mine && one.last.at > readUntil(one.external_userid);
  return h(
    "button",
    { class: "row", "data-key": one.external_userid, onclick: act },
    faced(avatar(one, 48), fresh),
    h(
      "span",
      { class: "words" },
      h("span", { class: "name" }, called(one), h("small", { class: "wechat" }, t("ofWechat"))),
      h("span", { class: "last" }, last),
    ),
    h("time", {}, listTime(one.last?.clock ?? one.createtime, now())),
  );
}

function search(acts) {
  return h("input", {
    class: "find",
    type: "search",
    value: state.desk.q,
    placeholder: t("findCustomer"),
    "aria-label": t("findCustomer"),
    "data-key": "find",
    oninput: (event) => acts.desk.search(event.target.value),
  });
}

function nobody() {
  if (state.desk.q) return h("p", { class: "none" }, t("noMatch", { q: state.desk.q }));
  return empty(t("noCustomers"), t("noCustomersHint"));
}

function appRow(acts) {
  const last = state.desk.appMessages.at(-1);
  if (!last || state.desk.q) return null;
  return {
    at: last.at,
    row: h(
      "button",
      { class: "row", "data-key": "app", onclick: () => acts.desk.go("app") },
      faced(h("span", { class: "avatar appface" }, icon("app", 28)), last.at - state.offset > readUntil("app")),
      h("span", { class: "words" }, h("span", { class: "name" }, t("appMessages")), h("span", { class: "last" }, appPreview(last))),
      h("time", {}, listTime(last.at, now())),
    ),
  };
}

// The frame with the search field stays while the rows change under it.
export function chats(node, acts) {
  const { data, userid, todos } = state.desk;
  redraw(node, ["desk", state.corpid, userid, data.requests_total, todos.length], () => [
    bar(data.member.name, { sub: `@${corp().name}`, right: tool("plus", t("newGroup"), () => acts.desk.newGroup()) }),
    h("div", { class: "findbar" }, search(acts)),
    h("div", { class: "body rows" }),
    tabs(acts),
  ]);
  const fresh = (group) => Boolean(group.last) && !group.last.mine && group.last.at > readUntil(group.chat_id);
  const shown = [data.chats, data.groups, state.desk.q, data.chats_total, state.desk.appMessages, state.read, listTime(now(), now())];
  redraw(node.querySelector(".rows"), shown, () => {
    const rows = [
      appRow(acts),
      ...data.chats.map((one) => ({
        at: one.last?.clock ?? one.createtime,
        row: customer(one, () => acts.desk.open(one.external_userid)),
      })),
      ...data.groups.map((group) => ({
        at: group.last?.clock ?? group.joined_at,
        row: groupRow(group, fresh(group), () => acts.group(group.chat_id)),
      })),
    ].filter(Boolean);
    rows.sort((a, b) => b.at - a.at);
    const found = rows.map((each) => each.row);
    const more = data.chats_total - data.chats.length + data.groups_total - data.groups.length;
    if (more > 0) found.push(h("p", { class: "none" }, t("moreCustomers", { n: more })));
    return found.length ? found : nobody();
  });
}

export function requests(node, acts) {
  const { data, userid } = state.desk;
  redraw(node, ["requests", state.corpid, userid, data.requests], () => [
    bar(t("requests"), { sub: `@${corp().name}` }),
    h(
      "div",
      { class: "body" },
      data.requests.length
        ? data.requests.map((one) =>
            h(
              "div",
              { class: "row" },
              avatar(one, 48),
              h(
                "span",
                { class: "words" },
                h("span", { class: "name" }, one.name),
                h("span", { class: "last" }, t(one.state === "half" ? "halfWaits" : "askedWaits")),
              ),
              h(
                "button",
                {
                  class: "primary",
                  "data-key": one.external_userid,
                  "aria-label": t("acceptOf", { name: one.name }),
                  onclick: () => acts.desk.accept(one),
                },
                t("accept"),
              ),
            ),
          )
        : h("p", { class: "none" }, t("noRequests")),
    ),
    tabs(acts),
  ]);
}

export function chat(node, one, acts) {
  const member = state.desk.data.member;
  const beside = tool("sidebar", t("sidebar"), () => acts.desk.toggle());
  const more = tool("more", t("more"), () => acts.desk.go("profile"));
  const waits = one.state === "half" || one.state === "asked";
  drawChat(node, one, {
    key: ["staff", state.corpid, member.userid, one.external_userid],
    frame: [called(one), pages().length > 0],
    title: called(one),
    sub: t("ofWechat"),
    left: tool("back", t("back"), () => acts.desk.go("chats")),
    right: pages().length ? [beside, more] : [more],
    me: member,
    them: one,
    friend: friendLine(one, waits),
    ended: one.state === "gone",
    talks: one.state === "whole" || one.state === "one_sided",
    say: (text) => acts.desk.say(text),
    again: waits ? () => acts.desk.accept(one) : null,
    againWord: t("accept"),
  });
}

function friendLine(one, waits) {
  if (waits) return t("wantsYou", { name: one.name });
  if (one.state !== "gone") return t("added", { name: one.name });
  const key = { customer: "tookBack", transfer: "youHandedOver" }[one.ended_by] ?? "youDeleted";
  return t(key, { name: one.name });
}

function fact(name, value) {
  return h("div", { class: "fact" }, h("span", {}, name), value);
}

export function profile(node, one, acts) {
  const shown = [one.external_userid, one.state, one.name, one.remark, one.tags, one.channel, one.mobiles];
  redraw(node, ["customer", state.corpid, state.desk.userid, shown], () => {
    const field = h("input", {
      class: "field",
      value: one.remark,
      maxlength: "20",
      placeholder: t("remarkHint"),
      "data-key": "remark",
      "aria-label": t("remark"),
    });
    const keep = (event) => {
      event.preventDefault();
      acts.desk.remark(one, field.value.trim());
    };
    const tags = one.tags.length
      ? h("span", { class: "tags" }, one.tags.map((tag) => h("span", { class: "tag", title: tag.group }, tag.name)))
      : h("span", { class: "quiet" }, t("noTags"));
    return [
      bar("", { left: tool("back", t("back"), () => acts.desk.go("chat")) }),
      h(
        "div",
        { class: "body card" },
        h(
          "div",
          { class: "who" },
          avatar(one, 64),
          h("div", {}, h("strong", {}, called(one)), h("small", {}, `${one.name} ${t("ofWechat")}`)),
        ),
        h(
          "form",
          { class: "fact", onsubmit: keep },
          h("span", {}, t("remark")),
          field,
          h("button", { class: "plain" }, t("save")),
        ),
        fact(t("tags"), tags),
        one.channel ? fact(t("channel"), h("span", {}, one.channel)) : null,
        fact(t("addedAt"), h("span", {}, dayTime(one.createtime))),
        h("button", { class: "wide", onclick: () => acts.desk.go("chat") }, t("talk")),
        one.state === "gone"
          ? null
          : h("button", { class: "wide danger", onclick: () => acts.desk.unfriend(one) }, t("deleteCustomer")),
      ),
    ];
  });
}
