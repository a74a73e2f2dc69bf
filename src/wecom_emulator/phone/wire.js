// What goes over the wire: the callbacks WeCom sends and the calls it receives.

import { get } from "./api.js";
import { h, redraw } from "./dom.js";
import { state } from "./state.js";
import { clockTime, t } from "./words.js";

const SHOWN = 60;
// A page that opens shows what has just been; the whole journal would be long.
const BEFORE_SECONDS = 300;

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
