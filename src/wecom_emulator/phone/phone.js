// A phone that shows the loop: scan a code, get the welcome, chat, leave, come back.
import { language, t } from "/phone/strings.js";

const LIVE_MS = 1000;
const STRIP_ROWS = 40;
const $ = (id) => document.getElementById(id);
const state = { corp: null, friend: null, seenCalls: Date.now() / 1000, seenCallbacks: 0, shown: "" };

/** An element; text only ever enters as a text node, since names come from strangers. */
function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

async function ask(path, body) {
  const answer = await fetch(path, body ? { method: "POST", body: JSON.stringify(body) } : {});
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error ?? answer.statusText);
  return json;
}

const ofCorp = (path, body) => ask(`/emulator/corps/${state.corp.corpid}/${path}`, body);

function complain(error) {
  const old = $("screen").querySelector(".problem");
  old?.remove();
  $("screen").prepend(
    el("p", { class: "problem", role: "alert" }, t("failed", { detail: error.message })),
  );
}

function avatar(name) {
  const [first] = new Intl.Segmenter().segment(name || "?");
  return el("span", { class: "face", "aria-hidden": "true" }, first.segment);
}

async function home() {
  state.friend = null;
  state.shown = "";
  $("bar").replaceChildren(el("h1", {}, t("title")));
  const [ways, people] = await Promise.all([ofCorp("contact_ways"), ofCorp("people?limit=30")]);
  const name = el("input", { id: "name", value: t("nameDefault"), maxlength: "32" });
  const pick = el(
    "select",
    { id: "pick" },
    ...ways.map((way) => el("option", { value: way.config_id }, way.remark || way.state)),
  );
  const paste = el("input", { id: "paste", placeholder: "https://work.weixin.qq.com/u/vc…" });
  const form = el(
    "form",
    {
      class: "card",
      onsubmit: (event) => {
        event.preventDefault();
        const wanted = paste.value.trim() ? { qr: paste.value.trim() } : { config_id: pick.value };
        scan(wanted, { name: name.value.trim() || t("nameDefault") }).catch(complain);
      },
    },
    el("label", { for: "name" }, `${t("scanAs")} · ${t("name")}`),
    name,
    el("label", { for: "pick" }, t("pick")),
    ways.length > 0 ? pick : el("p", { class: "hint" }, t("noCodes")),
    el("label", { for: "paste" }, t("paste")),
    paste,
    el("button", { class: "go", type: "submit" }, t("scan")),
  );
  const list = people.map((person) => {
    const relation = person.relations.at(-1);
    const open = () => chat(person, relation.userid).catch(complain);
    return el(
      "button",
      { class: "row", type: "button", onclick: open },
      avatar(person.name),
      el("span", {}, person.name),
    );
  });
  $("screen").replaceChildren(form, el("h2", {}, t("people")), ...list);
}

async function scan(wanted, person) {
  const known = JSON.parse(sessionStorage.getItem(person.name) ?? "null");
  const friend = await ofCorp("scan", { ...wanted, person: { ...person, ...known } });
  const people = await ofCorp("people?limit=30");
  const found = people.find((one) => one.external_userid === friend.external_userid);
  sessionStorage.setItem(person.name, JSON.stringify({ unionid: found.unionid }));
  await chat(found, friend.userid, wanted);
}

async function chat(person, userid, wanted) {
  const staff = await ofCorp("staff");
  const name = staff.find((one) => one.userid === userid)?.name ?? userid;
  state.friend = { person, userid, name, wanted };
  state.shown = "";
  $("bar").replaceChildren(
    el("button", { class: "back", type: "button", onclick: () => home().catch(complain), "aria-label": t("back") }, "‹"),
    el("h1", {}, name, el("small", {}, ` @${state.corp.name}`)),
    el("button", { class: "drop", type: "button", onclick: () => drop().catch(complain) }, t("drop")),
  );
  const words = el("input", { "aria-label": t("say"), placeholder: t("say") });
  const form = el(
    "form",
    {
      class: "say",
      onsubmit: (event) => {
        event.preventDefault();
        if (!words.value.trim()) return;
        ofCorp("say", { from: person.external_userid, to: userid, msgtype: "text", text: { content: words.value.trim() } })
          .then(() => {
            words.value = "";
            return refresh();
          })
          .catch(complain);
      },
    },
    words,
    el("button", { class: "go", type: "submit" }, t("send")),
  );
  $("screen").replaceChildren(el("div", { class: "talk", id: "talk" }), form);
  await refresh();
}

async function drop() {
  const { person, userid } = state.friend;
  await ofCorp("unfollow", { external_userid: person.external_userid, userid, by: "customer" });
  $("screen").replaceChildren(
    el("p", { class: "hint" }, t("dropped")),
    el("button", { class: "go", type: "button", onclick: () => home().catch(complain) }, t("again")),
  );
  state.friend = null;
}

function bubbles(entry) {
  const body = entry.body;
  const text = typeof body.text === "string" ? body.text : body.text?.content;
  const parts = text ? [el("div", { class: "bubble" }, text)] : [];
  for (const part of body.attachments ?? []) {
    if (part.msgtype === "image") {
      parts.push(el("img", { class: "picture", src: part.image.url ?? part.image.pic_url, alt: t("picture") }));
    } else if (part.msgtype === "link") {
      parts.push(
        el(
          "a",
          { class: "card-link", href: part.link.url, rel: "noreferrer noopener", target: "_blank" },
          el("b", {}, part.link.title),
          el("span", {}, part.link.desc ?? part.link.url),
        ),
      );
    }
  }
  return parts;
}

/** Draw the talk anew only when something came: what is read must not jump. */
async function refresh() {
  const talk = $("talk");
  if (!state.friend || !talk) return;
  const { person, userid, name } = state.friend;
  const pair = `userid=${encodeURIComponent(userid)}&external_userid=${person.external_userid}`;
  const [received, said] = await Promise.all([
    ofCorp(`received?external_userid=${person.external_userid}`),
    ofCorp(`messages?${pair}`),
  ]);
  const theirs = received.filter((one) => one.userid === userid);
  const mine = said.filter((one) => one.sender === person.external_userid);
  const all = [...theirs.map((e) => ({ e, mine: false })), ...mine.map((e) => ({ e, mine: true }))];
  all.sort((a, b) => a.e.at - b.e.at);
  if (state.shown === String(all.length)) return;
  state.shown = String(all.length);
  talk.replaceChildren(
    el("p", { class: "hint" }, t("newFriend", { name })),
    ...all.map(({ e, mine: own }) =>
      el("div", { class: own ? "line own" : "line" }, avatar(own ? person.name : name), el("div", {}, ...bubbles(e))),
    ),
  );
  talk.scrollTop = talk.scrollHeight;
}

async function watch() {
  const [callbacks, calls] = await Promise.all([
    ofCorp(`callbacks?after=${state.seenCallbacks}`),
    ask(`/emulator/journal?after=${state.seenCalls}`),
  ]);
  state.seenCallbacks = callbacks.at(-1)?.index ?? state.seenCallbacks;
  state.seenCalls = calls.at(-1)?.at ?? state.seenCalls;
  const rows = [
    ...callbacks.map((one) => ({ at: one.at, kind: "callback", text: one.change_type || one.event })),
    ...calls.map((one) => ({ at: one.at, kind: "call", text: `${one.path.replace("/cgi-bin/", "")} → ${one.errcode}` })),
  ].sort((a, b) => a.at - b.at);
  if (rows.length === 0) return;
  $("quiet")?.remove();
  const list = $("events");
  list.prepend(
    ...rows.reverse().map((row) =>
      el(
        "li",
        { class: row.kind },
        el("time", {}, new Date(row.at * 1000).toLocaleTimeString("en-GB")),
        el("b", {}, t(row.kind)),
        el("span", {}, row.text),
      ),
    ),
  );
  while (list.children.length > STRIP_ROWS) list.lastChild.remove();
}

async function start() {
  document.documentElement.lang = language;
  document.title = t("title");
  $("demo").textContent = t("demo");
  $("strip").replaceChildren(
    el("h2", {}, t("happens")),
    el("p", { class: "hint", id: "quiet" }, t("nothing")),
    el("ol", { id: "events" }),
  );
  [state.corp] = await ask("/emulator/corps");
  if (!state.corp) {
    $("screen").replaceChildren(el("p", { class: "hint" }, t("noCorp")));
    return;
  }
  const before = await ofCorp("callbacks?after=0");
  state.seenCallbacks = before.at(-1)?.index ?? 0;
  await home();
  setInterval(() => Promise.all([refresh(), watch()]).catch(console.warn), LIVE_MS);
}

start().catch(complain);
