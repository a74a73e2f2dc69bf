// What goes over the wire: the callbacks WeCom sends and the calls it receives.

import { get } from "./api.js";
import { h, icon, redraw } from "./dom.js";
import { remember, state } from "./state.js";
import { clockTime, t } from "./words.js";

export const name = "wire";
const SHOWN = 60;
// A page that opens shows what has just been; the whole journal would be long.
const BEFORE_SECONDS = 300;
const VIEWS = ["merged", "split", "calls", "callbacks"];

const log = { rows: [], callback: 0, call: 0, codes: new Map(), open: new Set(), answers: new Map() };

export function forget() {
  Object.assign(log, { rows: [], callback: 0, call: 0, codes: new Map(), open: new Set(), answers: new Map() });
}

// What changed says enough where it names the thing; "update" alone does not.
function called({ event, change_type: change }) {
  if (!change) return event || "message";
  return change.includes("_") ? change : `${event} · ${change}`;
}

export async function look() {
  const [callbacks, calls] = await Promise.all([
    get(`corps/${state.corpid}/callbacks?after=${log.callback}&limit=${SHOWN}`),
    get(`journal?after=${log.call || Date.now() / 1000 - BEFORE_SECONDS}&limit=${2 * SHOWN}`),
  ]);
  for (const one of callbacks) {
    const code = /<WelcomeCode><!\[CDATA\[(.*?)\]\]>/.exec(one.xml)?.[1];
    if (code && !log.codes.has(code)) log.codes.set(code, one.at);
    log.rows.push({ id: `c${one.index}`, at: one.at, callback: true, name: called(one), told: one });
  }
  for (const one of calls) {
    log.rows.push({ id: `a${one.number}`, at: one.at, name: one.path.replace("/cgi-bin/", ""), told: one });
  }
  // What is under way is told again, with its end; the newest word counts.
  const pending = callbacks.find((one) => one.outcome === "under way");
  log.callback = pending ? pending.index - 1 : (callbacks.at(-1)?.index ?? log.callback);
  const running = calls.find((one) => one.ms === null);
  log.call = running ? running.at - 0.001 : (calls.at(-1)?.at ?? log.call);
  const newest = new Map(log.rows.map((row) => [row.id, row]));
  const rows = [...newest.values()].sort((one, other) => one.at - other.at);
  const last = (kind) => rows.filter((row) => Boolean(row.callback) === kind).slice(-SHOWN);
  log.rows = [...last(true), ...last(false)].sort((one, other) => one.at - other.at);
}

// How it ended, in a word and in a colour.
function end(row) {
  const { told } = row;
  if (row.callback) {
    if (told.outcome === "under way") return ["", t("underWay")];
    return told.outcome === "delivered" ? ["good", t("delivered")] : ["bad", t("givenUp")];
  }
  if (told.ms === null) return ["", t("runsWord")];
  if (told.errcode === 0) return ["good", t("okWord")];
  const http = /^http (\d+)$/.exec(told.errcode)?.[1];
  if (http) return ["bad", t("httpWord", { code: http })];
  const word = { dropped: "droppedWord", gone: "goneWord" }[told.errcode];
  return ["bad", word ? t(word) : t("refusedWord", { code: told.errcode })];
}

function took(ms) {
  if (ms === null) return null;
  return `${ms >= 10 ? Math.round(ms) : ms} ms`;
}

function meta(row) {
  const { told } = row;
  const said = [];
  if (told.agentid !== undefined && told.agentid !== null) said.push(t("callerIs", { n: told.agentid }));
  if (row.callback) {
    if (told.statuses.length) said.push(told.statuses.join(" → "));
    if (told.tries > 1) said.push(t("triesWord", { n: told.tries }));
  } else {
    said.push(took(told.ms));
    if (told.errcode !== 0 && told.done) said.push(t("hadEffect"));
    const sent = log.codes.get(told.body?.welcome_code);
    if (sent && told.errcode === 0) said.push(t("welcomed", { ms: Math.max(0, Math.round((row.at - sent) * 1000)) }));
  }
  return said.filter(Boolean).join(" · ");
}

const pretty = (value) => (typeof value === "string" ? value : JSON.stringify(value, null, 2));
const indented = (xml) => xml.replace(/></g, ">\n<").replace(/<!\[CDATA\[(.*?)\]\]>/gs, "$1");

async function fetchAnswer(row) {
  log.answers.set(row.id, t("fetching"));
  try {
    const call = await get(`journal/${row.told.number}`);
    log.answers.set(row.id, call.answer === null ? t("answerGone") : pretty(call.answer));
  } catch (error) {
    log.answers.set(row.id, error.message);
  }
}

function inside(row) {
  if (row.callback) return h("pre", {}, indented(row.told.xml));
  const { query, body, method, path, ip } = row.told;
  const asked = new URLSearchParams(query).toString();
  const sent = [`${method} ${path}${asked ? `?${asked}` : ""}`, body === null ? "" : pretty(body)].filter(Boolean).join("\n\n");
  return h(
    "div",
    { class: "inside" },
    h("h3", {}, t("request"), h("small", {}, t("address", { ip }))),
    h("pre", {}, sent),
    h("h3", {}, t("answer")),
    h("pre", { class: "answer" }, log.answers.get(row.id) ?? t("fetching")),
  );
}

function one(row, acts) {
  const [colour, word] = end(row);
  const open = log.open.has(row.id);
  const toggle = (event) => {
    event.preventDefault();
    if (open) log.open.delete(row.id);
    else log.open.add(row.id);
    if (!open && !row.callback && row.told.ms !== null) fetchAnswer(row).then(() => draw(drawn, acts));
    draw(drawn, acts);
  };
  return h(
    "details",
    { class: row.callback ? "event callback" : "event", open },
    h(
      "summary",
      { "data-key": row.id, onclick: toggle },
      h("time", {}, clockTime(row.at, true)),
      h("span", { class: "kind" }, t(row.callback ? "callback" : "call")),
      h("span", { class: "what", title: row.name }, row.name.split("externalcontact/").at(-1)),
      h("span", { class: `end ${colour}` }, colour ? icon(colour === "good" ? "tick" : "close", 14) : null, word),
      h("span", { class: "extra" }, meta(row)),
    ),
    open ? inside(row) : null,
  );
}

function list(rows, label, none, acts) {
  return h(
    "div",
    { class: "events", tabindex: "0", role: "region", "aria-label": t(label) },
    rows.length ? [...rows].reverse().map((row) => one(row, acts)) : h("p", { class: "none" }, t(none)),
  );
}

function lists(acts) {
  const calls = log.rows.filter((row) => !row.callback);
  const callbacks = log.rows.filter((row) => row.callback);
  if (state.wire === "calls") return list(calls, "calls", "noCalls", acts);
  if (state.wire === "callbacks") return list(callbacks, "callbacks", "noCallbacks", acts);
  if (state.wire === "merged") return list(log.rows.slice(-SHOWN), "wire", "quiet", acts);
  return h(
    "div",
    { class: "halves" },
    h("div", {}, h("h3", {}, t("calls")), list(calls, "calls", "noCalls", acts)),
    h("div", {}, h("h3", {}, t("callbacks")), list(callbacks, "callbacks", "noCallbacks", acts)),
  );
}

let drawn = null;

export function draw(node, acts) {
  drawn = node;
  redraw(node, ["wire", state.wire], () => [
    h(
      "div",
      { class: "segments", role: "group", "aria-label": t("view") },
      VIEWS.map((view) =>
        h(
          "button",
          {
            "data-key": `view ${view}`,
            "aria-pressed": String(state.wire === view),
            onclick: () => {
              state.wire = view;
              remember();
              draw(node, acts);
            },
          },
          t(view),
        ),
      ),
    ),
    h("div", { class: "wirebody" }),
  ]);
  const body = node.querySelector(".wirebody");
  const scrolled = [...body.querySelectorAll(".events")].map((each) => each.scrollTop);
  redraw(body, [log.rows, [...log.open], [...log.answers], state.wire], () => lists(acts));
  // Who reads further down stays there while new rows come above.
  for (const [index, each] of [...body.querySelectorAll(".events")].entries()) each.scrollTop = scrolled[index] ?? 0;
}
