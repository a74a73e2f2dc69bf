// A chat as either side sees it.

import { body } from "./cards.js";
import { avatar, h, icon, redraw } from "./dom.js";
import { now } from "./state.js";
import { chatTime, t } from "./words.js";

const SECONDS_APART = 5 * 60;

export function bar(title, { sub, left, right } = {}) {
  const words = h("div", { class: "title" }, h("strong", {}, title), sub ? h("small", { class: sub === t("ofWechat") ? "wechat" : null }, sub) : null);
  return h("header", { class: "bar" }, left ?? h("span"), words, h("span", { class: "tools" }, right ?? []));
}

export function tool(name, label, act, more = {}) {
  const props = { class: "tool", "aria-label": label, title: label, "data-key": name, onclick: act };
  return h("button", { ...props, ...more }, icon(name));
}

export function preview(item) {
  if (item.who && !item.mine) return `${item.who.name}${t("colon")}${preview({ ...item, who: null })}`;
  if (item.kind === "text") return item.text;
  if (item.kind === "link") return `[${item.content.title}]`;
  return `[${item.kind === "image" ? t("photo") : t(item.kind)}]`;
}

// The frame of a chat is drawn once; bubbles are added as they arrive, so each slides in once.
// `view` says who looks: key, title, sub, left, right, me, them, friend, ended, talks, say, again.
export function drawChat(node, one, view) {
  redraw(node, ["chat", view.key, view.frame], () => {
    const field = h("input", {
      class: "say",
      placeholder: t("say"),
      "aria-label": t("say"),
      maxlength: "500",
      "data-key": "say",
    });
    const send = (event) => {
      event.preventDefault();
      const text = field.value.trim();
      field.value = "";
      if (text) view.say(text);
    };
    return [
      bar(view.title, view),
      h("div", { class: "messages", tabindex: "0", role: "log", "aria-label": view.title }),
      h("form", { class: "composer", onsubmit: send }, field, h("button", { class: "primary" }, t("send"))),
      h(
        "div",
        { class: "composer again" },
        h("button", { class: "primary", onclick: () => view.again?.() }, view.againWord ?? ""),
      ),
    ];
  });
  const messages = node.querySelector(".messages");
  const lines = linesOf(one, view);
  const known = new Set([...messages.children].map((line) => line.dataset.id));
  const wanted = new Set(lines.map((line) => line.id));
  const fresh = lines.filter((line) => !known.has(line.id));
  for (const line of [...messages.children]) if (!wanted.has(line.dataset.id)) line.remove();
  for (const line of fresh) {
    const drawn = line.make();
    drawn.dataset.id = line.id;
    if (known.size) drawn.classList.add("arrives");
    const next = lines.slice(lines.indexOf(line) + 1).find((other) => known.has(other.id));
    messages.insertBefore(drawn, next ? [...messages.children].find((line) => line.dataset.id === next.id) : null);
  }
  if (fresh.length) messages.scrollTop = messages.scrollHeight;
  node.querySelector("form.composer").hidden = !view.talks;
  node.querySelector(".again").hidden = !view.again;
}

function note(id, text) {
  return { id, make: () => h("p", { class: "note" }, text) };
}

// Who came and who went, in the words of whoever reads it.
function noteWords(item) {
  const mine = item.mine ? "Mine" : "";
  const values = { name: item.name, by: item.by };
  if (item.kind === "opened") return t(`noteOpened${mine}`, values);
  if (item.kind === "left") return t("noteLeft", values);
  if (item.scene === 3) return t(`noteScanned${mine}`, values);
  return t(item.by ? `noteInvited${mine}` : `noteJoined${mine}`, values);
}

const NOTES = ["opened", "joined", "left"];
const NAMED = 5;

// Whom somebody brought in together stands in one line, as in WeChat.
function together(items) {
  const found = [];
  for (const item of items) {
    const last = found.at(-1);
    const same = last?.kind === "joined" && item.kind === "joined" && item.by && last.by === item.by && last.scene === item.scene;
    if (same && !item.mine && !last.mine && item.clock - last.clock < 1) last.names.push(item.name);
    else found.push(item.kind === "joined" ? { ...item, names: [item.name] } : item);
  }
  return found.map((item) => (item.names ? { ...item, id: `${item.id} ${item.names.length}`, name: listed(item.names) } : item));
}

function listed(names) {
  const some = names.slice(0, NAMED).join(t("comma"));
  return names.length > NAMED ? t("andMore", { names: some, n: names.length }) : some;
}

function linesOf(one, view) {
  const lines = [];
  const friends = view.friend ? note(`f-${one.state}-${one.createtime}`, view.friend) : null;
  // Who comes back finds the old messages above the new beginning.
  const start = view.ended ? -1 : one.items.findIndex((item) => item.clock >= one.createtime);
  const place = start < 0 ? one.items.length : start;
  let before = 0;
  for (const [index, item] of together(one.items).entries()) {
    if (index === place && friends) lines.push(friends);
    if (NOTES.includes(item.kind)) {
      lines.push(note(item.id, noteWords(item)));
      continue;
    }
    const time = chatTime(item.clock, now());
    if (item.clock - before > SECONDS_APART) lines.push(note(`t${item.id} ${time}`, time));
    before = item.clock;
    lines.push({ id: item.id, make: () => message(item, view) });
    if (item.reached === false) lines.push(note(`u${item.id}`, t("unreached", { name: view.them.name })));
  }
  if (place === one.items.length && friends) lines.push(friends);
  return lines;
}

function message(item, view) {
  if (!item.who) {
    const who = item.mine ? view.me : view.them;
    return h("div", { class: item.mine ? "message mine" : "message" }, avatar(who, 40), body(item));
  }
  const face = avatar({ ...item.who, key: item.who.id }, 40);
  if (item.mine) return h("div", { class: "message mine" }, face, body(item));
  const name = h("small", { class: "speaker" }, item.who.name, view.mark(item.who));
  return h("div", { class: "message" }, face, h("div", { class: "said" }, name, body(item)));
}
