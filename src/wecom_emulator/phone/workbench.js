// A member's workbench: what the company asks him to send, and what came of what he sent.

import { get } from "./api.js";
import { body } from "./cards.js";
import { bar } from "./chat.js";
import { h, icon, redraw } from "./dom.js";
import { tabs } from "./desk.js";
import { postParts } from "./feed.js";
import { empty } from "./parts.js";
import { chooser, openSheet } from "./sheet.js";
import { corp, now, state } from "./state.js";
import { chatTime, t } from "./words.js";

const idOf = (todo) => todo.msgid ?? todo.moment_id ?? todo.template_id ?? todo.id;
const isGroup = (todo) => todo.chat_type === "group";
const kindOf = (todo) => (todo.kind === "broadcast" && isGroup(todo) ? "group_broadcast" : todo.kind);

// What customers will see: bubbles of a chat, or a post with its pictures.
function seen(todo) {
  if (todo.kind !== "moment") return h("div", { class: "seen", tabindex: "0", role: "group", "aria-label": t("seenAs") }, todo.parts.map((part) => h("div", { class: "seenpart" }, body(part))));
  return h("div", { class: "seen moment", tabindex: "0", role: "group", "aria-label": t("seenAs") }, postParts(todo.parts));
}

function whom(todo) {
  if (todo.kind === "moment") return t(todo.public ? "toAllCustomers" : "toTagged");
  if (todo.kind === "group_welcome") return "";
  if (!isGroup(todo)) return t("toCustomers", { n: todo.recipients ?? 0 });
  return todo.recipients ? t("toGroups", { n: todo.recipients }) : t("toChosenGroups");
}

async function recipients(todo, q = "", limit = 100) {
  const about = todo.msgid ? `&msgid=${todo.msgid}` : todo.moment_id ? `&moment_id=${todo.moment_id}` : "";
  const who = encodeURIComponent(state.desk.userid);
  return get(`corps/${state.corpid}/desk/recipients?userid=${who}${about}&limit=${limit}&q=${encodeURIComponent(q)}`);
}

// Who is left out, or which groups are chosen, before it is sent.
async function choose(todo, acts) {
  const { total, rows } = await recipients(todo);
  const groups = isGroup(todo) || todo.kind === "group_welcome";
  const picked = new Set(todo.kind === "group_welcome" ? rows.map((row) => row.id) : []);
  const without = new Set();
  const byPicking = todo.kind === "group_welcome";
  const words = { moment: "postTo", group_welcome: "applyToN" }[todo.kind] ?? (groups ? "sendToGroups" : "sendTo");
  const label = t({ group_welcome: "applyTo" }[todo.kind] ?? (groups ? "chooseGroups" : "exceptSome"));
  openSheet(label, (close) => {
    const send = h("button", {
      class: "primary whole",
      onclick: () => {
        close();
        const ids = [...(byPicking ? picked : without)];
        if (byPicking) acts.desk.applyWelcome(todo, ids);
        else if (isGroup(todo) && !todo.recipients) acts.desk.confirm(todo, { chat_ids: rows.map((row) => row.id).filter((id) => !without.has(id)) });
        else acts.desk.confirm(todo, { except: ids });
      },
    });
    const count = () => {
      const n = byPicking ? picked.size : total - without.size;
      send.textContent = t(words, { n });
      send.disabled = n === 0;
    };
    count();
    return [
      chooser({
        total,
        find: async (q) => (q ? (await recipients(todo, q)).rows : rows),
        chosen: (id) => (byPicking ? picked.has(id) : !without.has(id)),
        changed: (id, yes) => {
          if (byPicking === yes) (byPicking ? picked : without).add(id);
          else (byPicking ? picked : without).delete(id);
          count();
        },
        describe: (row) => h("span", { class: "last" }, row.members === null ? t("ofWechat") : t("membersOf", { n: row.members })),
      }),
      send,
    ];
  });
}

// A broadcast without allow_select goes to whom the company chose, all of them.
function mayChoose(todo) {
  return todo.kind !== "broadcast" || isGroup(todo) || todo.allow_select;
}

function buttons(todo, acts) {
  if (todo.kind === "group_welcome") {
    return [h("button", { class: "primary", onclick: () => choose(todo, acts) }, t("applyTo"))];
  }
  const choice = mayChoose(todo) ? h("button", { class: "quietly", onclick: () => choose(todo, acts) }, t(isGroup(todo) ? "chooseGroups" : "exceptSome")) : null;
  return [choice, h("button", { class: "primary", onclick: () => acts.desk.confirm(todo, {}) }, t(todo.kind === "moment" ? "postNow" : "sendNow"))];
}

function head(todo, time) {
  return h("p", { class: "taskhead" }, h("span", { class: "kindmark" }, t(`kind_${kindOf(todo)}`)), h("small", {}, time));
}

function task(todo, acts) {
  const asked = t("askedAt", { time: chatTime(todo.at + state.offset, now()) });
  const to = whom(todo);
  const reminded = todo.reminders ? h("span", { class: "reminded" }, t("reminded", { n: todo.reminders })) : null;
  return h(
    "article",
    { class: "task", "data-id": idOf(todo) },
    head(todo, asked),
    h("p", { class: "seenas" }, t("seenAs")),
    seen(todo),
    to ? h("p", { class: "whom" }, icon(todo.kind === "moment" ? "moments" : "megaphone", 18), h("span", {}, to), reminded) : null,
    h("div", { class: "taskfoot" }, buttons(todo, acts)),
  );
}

function outcome(row) {
  if (row.cancelled) return [h("span", { class: "was off" }, t("cancelled"))];
  if (row.kind === "group_welcome") return [h("span", { class: "was" }, t("resultApplied", { names: row.groups.join(t("comma")) }))];
  if (row.kind === "moment") {
    return [
      h("span", { class: "was" }, t("resultReached", { n: row.reached })),
      h("span", { class: "was" }, t("likesOf", { n: row.likes.length })),
      h("span", { class: "was" }, t("commentsOf", { n: row.comments.length })),
    ];
  }
  const { sent, no_friend, had_too_many, left_out } = row.outcomes;
  return [
    h("span", { class: "was" }, t("resultSent", { n: sent })),
    no_friend ? h("span", { class: "was bad" }, t("resultNoFriend", { n: no_friend })) : null,
    had_too_many ? h("span", { class: "was bad" }, t("resultTooMany", { n: had_too_many })) : null,
    left_out ? h("span", { class: "was off" }, t("resultLeftOut", { n: left_out })) : null,
  ];
}

function reactions(row) {
  if (!row.likes?.length && !row.comments?.length) return null;
  const names = row.likes.map((each) => each.name).join(t("comma"));
  return h(
    "div",
    { class: "reactions" },
    names ? h("p", { class: "likes" }, icon("heart", 15), h("span", {}, names)) : null,
    row.comments.map((each) => h("p", {}, h("b", {}, each.name), `${t("colon")}${each.text}`)),
  );
}

function finished(row) {
  const time = t(row.own ? "ownAt" : "askedAt", { time: chatTime(row.clock, now()) });
  return h("article", { class: "task" }, head(row, row.own || row.cancelled ? time : chatTime(row.clock, now())), seen(row), h("p", { class: "outcome" }, outcome(row)), reactions(row));
}

export function workbench(node, acts) {
  const { data, userid, todos, done } = state.desk;
  const at = state.desk.workAt ?? "todo";
  const counts = { todo: todos.length, done: done.length };
  redraw(node, ["work", state.corpid, userid, at, counts, data.requests_total], () => {
    const part = (name) =>
      h(
        "button",
        { "data-key": `part ${name}`, "aria-pressed": String(at === name), onclick: () => acts.desk.workAt(name) },
        t(name),
        counts[name] ? ` ${counts[name]}` : null,
      );
    return [
      bar(t("work"), { sub: `@${corp().name}` }),
      h("div", { class: "parts", role: "group", "aria-label": t("work") }, part("todo"), part("done")),
      h("div", { class: "body card tasks", tabindex: "0" }),
      tabs(acts),
    ];
  });
  // Moments of to-dos are told in real time, which the clock moves; only what is shown counts.
  const shown = at === "todo" ? todos.map((each) => ({ ...each, at: Math.round(each.at + state.offset) })) : done;
  redraw(node.querySelector(".tasks"), [at, shown, chatTime(now(), now()).length], () => {
    if (at === "todo") return todos.length ? todos.map((each) => task(each, acts)) : empty(t("noTodos"), t("noTodosHint"));
    return done.length ? done.map(finished) : empty(t("noDone"), t("noTodosHint"));
  });
}

// A member opens a group with some of his customers.
export async function newGroup(acts) {
  const find = async (q) => {
    const asked = `userid=${encodeURIComponent(state.desk.userid)}&limit=100&q=${encodeURIComponent(q)}`;
    const { chats } = await get(`corps/${state.corpid}/desk?${asked}`);
    return chats.filter((one) => one.state === "whole").map((one) => ({ ...one, id: one.external_userid }));
  };
  const picked = new Set();
  const rows = await find("");
  openSheet(t("newGroup"), (close) => {
    const name = h("input", { class: "field wholly", maxlength: "20", placeholder: t("groupName"), "aria-label": t("groupName") });
    const open = (event) => {
      event.preventDefault();
      if (!name.value.trim()) return name.focus();
      close();
      acts.desk.openGroup(name.value.trim(), [...picked]);
    };
    return h(
      "form",
      { onsubmit: open },
      name,
      h("h3", {}, t("chooseMembers")),
      chooser({
        total: rows.length,
        find: async (q) => (q ? find(q) : rows),
        chosen: (id) => picked.has(id),
        changed: (id, yes) => (yes ? picked.add(id) : picked.delete(id)),
        describe: () => h("span", { class: "last" }, t("ofWechat")),
      }),
      h("button", { class: "primary whole" }, t("openGroup")),
    );
  });
}
