// Scripted days: choose one, see how far it is and what people do, look whether all adds up.

import { get, post, remove } from "./api.js";
import { h, redraw } from "./dom.js";
import { state } from "./state.js";
import { dayTime, known, t } from "./words.js";

export const name = "life";
const SPEEDS = [1, 60, 3600, "max"];
const ROWS = 12;

let scenarios = null;
let life = null;
let checked = null;
let chosen = { scenario: "shop", speed: 60, seed: "1" };

export function forget() {
  life = checked = null;
}

const path = (rest = "") => `corps/${encodeURIComponent(state.corpid)}/life${rest}`;
const named = (rest) => `${rest}?name=${encodeURIComponent(life.called)}`;

export async function look() {
  scenarios ??= await get("scenarios");
  const found = await get(path());
  // A corp may have several lives, the demo's own among them: the one that runs is told.
  const all = await Promise.all(
    (found.names ?? []).map(async (called) => ({ called, ...(await get(path(`?rows=${ROWS}&name=${encodeURIComponent(called)}`))) })),
  );
  life = all.find((one) => one.running) ?? all.find((one) => one.called === life?.called) ?? all.at(-1) ?? null;
}

const about = (one) => known(`life_${one.name}`, one.about);
const DAY = 86400;
// Seconds since the midnight in Shanghai on which the script began.
const scriptTime = (at) => {
  const minutes = Math.floor((at % DAY) / 60);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return t("lifeAt", { day: Math.floor(at / DAY) + 1, clock });
};
// People have long ids of chance; eight signs tell them apart.
const person = (who) => (/^o[0-9a-z]{20,}$/.test(who) ? who.slice(0, 8) : who);
const status = () => (life.running ? t("lifeRuns") : t(life.status === "finished" ? "lifeDone" : "lifeStopped"));

function progress(acts) {
  const share = Math.round(life.share * 100);
  return h(
    "section",
    { class: "nowis" },
    h("span", {}, status()),
    h("strong", { class: "large" }, life.scenario),
    h("small", {}, t("lifeDay", { day: life.day, days: life.days, now: dayTime(life.now) })),
    h("p", { class: "track", role: "progressbar", "aria-label": t("lifeShare"), "aria-valuemin": "0", "aria-valuemax": "100", "aria-valuenow": String(share) }, h("i", { style: `width:${share}%` })),
    h("small", {}, t("lifeCounts", { acts: life.acts.toLocaleString("en"), people: life.people.toLocaleString("en"), rate: Math.round(life.acts_per_second) })),
    h(
      "div",
      { class: "choices-row" },
      life.running
        ? h("button", { class: "ordinary", "data-key": "stop", onclick: () => acts.act(() => remove(path(named("")))) }, t("lifeStop"))
        : h("button", { class: "ordinary", "data-key": "check", onclick: () => acts.act(check) }, t("lifeCheck")),
    ),
  );
}

async function check() {
  checked = await get(path(named("/check")));
}

function verdicts() {
  return h(
    "ul",
    { class: "verdicts" },
    checked.invariants.map((one) =>
      h("li", { "data-ok": String(one.ok) }, h("strong", {}, one.ok ? t("holds") : t("broken", { n: one.wrong })), ` ${known(`inv_${one.name.replace(/\W+/g, "_")}`, one.name)} `, h("small", {}, t("lookedAt", { n: one.looked_at }))),
    ),
  );
}

function choice(one) {
  return h(
    "label",
    {},
    h("input", {
      type: "radio",
      name: "scenario",
      "data-key": `scenario ${one.name}`,
      checked: one.name === chosen.scenario,
      onchange: () => {
        chosen.scenario = one.name;
      },
    }),
    h("span", {}, h("strong", {}, one.title), h("small", {}, `${about(one)} · ${t("lifeDays", { n: one.days })}`)),
  );
}

function begin(acts) {
  return acts.act(async () => {
    checked = null;
    const { scenario, speed, seed } = chosen;
    await post(path(), { scenario, speed, seed: Number.parseInt(seed, 10) || 1, name: "page" });
  });
}

function form(acts) {
  return h(
    "form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        begin(acts);
      },
    },
    h("h3", { id: "scenarios" }, t("lifeChoose")),
    h("div", { class: "rates scenarios", role: "radiogroup", "aria-labelledby": "scenarios" }, scenarios.map(choice)),
    h(
      "div",
      { class: "choices-row" },
      h("label", { for: "lifespeed" }, t("rate")),
      h(
        "select",
        { id: "lifespeed", "data-key": "speed", onchange: (event) => { chosen.speed = SPEEDS[event.target.selectedIndex]; } },
        SPEEDS.map((speed) => h("option", { selected: speed === chosen.speed }, t(`speed_${speed}`))),
      ),
      h("label", { for: "lifeseed" }, t("seed")),
      h("input", { id: "lifeseed", "data-key": "seed", inputmode: "numeric", value: chosen.seed, oninput: (event) => { chosen.seed = event.target.value; } }),
      h("button", { class: "brand", "data-key": "begin" }, t("lifeBegin")),
    ),
    h("p", { class: "hint" }, t("lifeHint")),
  );
}

const row = (one) =>
  h("li", { "data-outcome": one.outcome }, h("time", {}, scriptTime(one.at)), h("span", {}, ` ${known(`do_${one.do}`, one.do.replaceAll("_", " "))} · ${person(one.who)}`), h("small", {}, one.outcome === "done" ? "" : ` ${known(`out_${one.outcome}`, one.outcome)}`));

export function draw(node, acts) {
  const seen = [life?.called, life?.status, life?.acts, life?.share, checked, scenarios === null];
  redraw(node, ["life", JSON.stringify(seen)], () => {
    if (scenarios === null) return [h("p", { class: "hint" }, t("loading"))];
    const idle = !life?.running;
    return [
      life ? progress(acts) : null,
      checked && idle ? verdicts() : null,
      idle ? form(acts) : null,
      life?.recent?.length ? h("h3", {}, t("lifeRecent")) : null,
      life?.recent?.length ? h("ul", { class: "acts" }, [...life.recent].reverse().map(row)) : null,
    ].filter(Boolean);
  });
}
