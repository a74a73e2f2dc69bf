// Beside the phone: who holds it, what time it is in there, and what goes over the wire.

import { get, post } from "./api.js";
import { avatar, h, redraw } from "./dom.js";
import { become, corp, newPerson, state } from "./state.js";
import { clockTime, dayTime, t } from "./words.js";

const SHOWN = 60;
// A page that opens shows what has just been; the whole journal would be long.
const BEFORE_SECONDS = 300;

export function people(node) {
  const known = new Set(state.mine.map((one) => one.unionid));
  const others = state.others.filter((one) => !known.has(one.unionid)).slice(0, 12);
  redraw(node, [state.corps, state.corpid, state.mine, state.me, others], () => {
    const field = h("input", { class: "field", placeholder: t("name"), "aria-label": t("name"), maxlength: "20" });
    const add = (event) => {
      event.preventDefault();
      if (field.value.trim()) newPerson(field.value.trim());
    };
    const one = (person) =>
      h(
        "button",
        {
          class: "person",
          "aria-pressed": String(state.me?.unionid === person.unionid),
          onclick: () => become(person),
        },
        avatar(person, 28),
        person.name,
      );
    const choose = h(
      "select",
      { "aria-label": t("corp"), onchange: (event) => (state.corpid = event.target.value) },
      state.corps.map((c) => h("option", { value: c.corpid, selected: c.corpid === state.corpid }, c.name)),
    );
    return [
      h("h1", {}, t("title"), h("span", { class: "mark" }, t("mark"))),
      h("p", { class: "hint" }, corp() ? t("intro") : t("noCorp")),
      state.corps.length > 1 ? choose : null,
      h("h2", {}, t("newPerson")),
      h("form", { class: "paste", onsubmit: add }, field, h("button", { class: "brand" }, t("create"))),
      state.mine.length ? h("h2", {}, t("mine")) : null,
      ...state.mine.map(one),
      others.length ? h("h2", {}, t("others")) : null,
      ...others.map(one),
    ].filter(Boolean);
  });
}

export function clock(node, act) {
  const now = Math.floor(Date.now() / 1000) + state.offset;
  const skip = (seconds) => act(() => post("clock", { advance_seconds: seconds }));
  if (!node.firstChild) {
    node.append(
      h("span", {}, `${t("clock")} `, h("time", {})),
      h("button", { onclick: () => skip(3600) }, t("hour")),
      h("button", { onclick: () => skip(86400) }, t("day")),
    );
  }
  node.querySelector("time").textContent = dayTime(now);
}

const log = { rows: [], callback: 0, call: 0, codes: new Map() };

export async function follow() {
  const [callbacks, calls] = await Promise.all([
    get(`corps/${state.corpid}/callbacks?after=${log.callback}&limit=${SHOWN}`),
    get(`journal?after=${log.call || Date.now() / 1000 - BEFORE_SECONDS}`),
  ]);
  for (const one of callbacks) {
    const code = /<WelcomeCode><!\[CDATA\[(.*?)\]\]>/.exec(one.xml)?.[1];
    if (code && !log.codes.has(code)) log.codes.set(code, one.at);
    log.rows.push({ id: `c${one.index}`, at: one.at, callback: true, name: one.change_type || one.event, told: one });
    if (one.outcome !== "under way") log.callback = Math.max(log.callback, one.index);
  }
  for (const one of calls) {
    log.call = Math.max(log.call, one.at);
    log.rows.push({ id: `a${one.at}${one.path}`, at: one.at, name: one.path.replace("/cgi-bin/", ""), told: one });
  }
  // A callback under way is told again, with its end; the newest word counts.
  const newest = new Map(log.rows.map((row) => [row.id, row]));
  log.rows = [...newest.values()].sort((one, other) => one.at - other.at).slice(-SHOWN);
}

export function forget() {
  Object.assign(log, { rows: [], callback: 0, call: 0, codes: new Map() });
}

function result(row) {
  if (!row.callback) return String(row.told.errcode === 0 ? "ok" : row.told.errcode);
  const last = row.told.statuses.at(-1) ?? "…";
  return row.told.tries > 1 ? `${last} · ${t("tries", { n: row.told.tries })}` : String(last);
}

function extra(row) {
  const sent = log.codes.get(row.told.body?.welcome_code);
  if (!sent || row.told.errcode !== 0) return null;
  return t("welcomed", { ms: Math.max(0, Math.round((row.at - sent) * 1000)) });
}

export function strip(node) {
  const open = new Set([...node.querySelectorAll("details[open]")].map((row) => row.dataset.id));
  redraw(node, log.rows, () => {
    const rows = [...log.rows].reverse().map((row) => {
      const fine = ["ok", "200", "…"].includes(result(row).split(" ")[0]);
      const text = row.callback ? row.told.xml : JSON.stringify(row.told.body ?? row.told.query, null, 1);
      const shown = h(
        "details",
        { class: row.callback ? "event callback" : "event", open: open.has(row.id) },
        h(
          "summary",
          {},
          h("time", {}, clockTime(row.at, true)),
          h("span", { class: "kind" }, t(row.callback ? "callback" : "call")),
          h("span", { class: "what", title: row.name }, row.name.split("externalcontact/").at(-1)),
          h("span", { class: fine ? "end" : "end bad" }, result(row)),
          extra(row) ? h("span", { class: "extra" }, extra(row)) : null,
        ),
        h("pre", {}, text),
      );
      shown.dataset.id = row.id;
      return shown;
    });
    return [
      h("h2", {}, t("log")),
      h("p", { class: "hint" }, t("logHint")),
      h("div", { class: "events", tabindex: "0" }, rows.length ? rows : h("p", { class: "none" }, t("quiet"))),
    ];
  });
}
