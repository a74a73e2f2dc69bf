// Faults: what goes wrong on purpose, how often it did, and an app's standing in WeCom's console.

import { get, post, remove } from "./api.js";
import { h, redraw } from "./dom.js";
import { form } from "./faultform.js";
import { state } from "./state.js";
import { t } from "./words.js";

export const name = "faults";

let told = null;
let apps = [];
let apis = [];

export function forget() {
  told = null;
}

export async function look() {
  const [faults, corp] = await Promise.all([get("faults"), get(`corps/${state.corpid}`)]);
  [told, apps] = [faults, corp.apps];
  if (apis.length) return;
  const { apis: known } = await get("coverage").catch(() => ({ apis: [] }));
  apis = known.map((each) => each.path);
}

const QUICK = [
  ["q_often", { kind: "errcode", value: 45009, count: 3, prefix: "/cgi-bin/externalcontact/" }],
  ["q_busy", { kind: "errcode", value: -1, share: 0.5 }],
  ["q_http", { kind: "http", value: 502, count: 3 }],
  ["q_lost", { kind: "hang", value: 1, count: 1, when: "after", prefix: "/cgi-bin/externalcontact/" }],
  ["q_drop", { kind: "drop_callback", count: 1 }],
  ["q_twice", { kind: "duplicate_callback", value: 1, count: 1 }],
  ["q_late", { kind: "reorder_callback", value: 5, share: 0.5 }],
];

function words(fault) {
  const value = fault.value === null ? "" : ` ${fault.value}`;
  return `${t(`k_${fault.kind}`)}${value}`;
}

function about(fault) {
  const callback = fault.kind.endsWith("_callback");
  const where = fault.path ?? (fault.prefix ? `${fault.prefix}…` : t(callback ? "everyCallback" : "everyCall"));
  const left = fault.count === null ? t("forEver") : fault.count === 0 ? t("usedUp") : t("leftTimes", { n: fault.count });
  const share = fault.share < 1 ? t("shareOf", { n: Math.round(fault.share * 100) }) : null;
  return [where, left, share, fault.after ? t("afterEffect") : null].filter(Boolean).join(" · ");
}

function fault(each, acts) {
  const clear = () => acts.act(() => remove(`faults?id=${each.id}`));
  return h(
    "li",
    { class: each.count === 0 ? "spent" : "" },
    h("span", { class: "words" }, h("strong", {}, words(each)), h("small", {}, about(each))),
    h("span", { class: each.struck ? "mark bad" : "mark" }, t("struck", { n: each.struck })),
    h("button", { class: "ordinary", "data-key": `fault ${each.id}`, "aria-label": t("clearOf", { what: words(each) }), onclick: clear }, t("clearOne")),
  );
}

function list(acts) {
  if (told === null) return h("p", { class: "none" }, t("loading"));
  if (!told.length) return h("p", { class: "none allwell" }, t("noFaults"));
  return [
    h("h3", {}, t("activeFaults"), h("button", { class: "ordinary", "data-key": "clear", onclick: () => acts.act(() => remove("faults")) }, t("clearAll"))),
    h("ul", { class: "faultlist" }, told.map((each) => fault(each, acts))),
  ];
}

// What the console can do to an app, and the code that its calls meet then.
const CONSOLE = [
  ["c_ip", (app) => Array.isArray(app.trusted_ips) && !app.trusted_ips.length, (yes) => ({ trusted_ips: yes ? [] : null })],
  ["c_contact", (app) => !app.may_call_contact, (yes) => ({ may_call_contact: !yes })],
  ["c_stopped", (app) => app.stopped, (yes) => ({ stopped: yes })],
  ["c_withdrawn", (app) => app.withdrawn, (yes) => ({ withdrawn: yes })],
];

function appBox(app, acts) {
  const at = `corps/${state.corpid}/console/apps/${app.agentid}`;
  const end = (kind) =>
    acts.act(async () => {
      const { ended } = await post(`${at}/tokens`, { kind });
      acts.tell(t(ended ? "ended" : "noToken"));
    });
  const flag = ([word, reads, change]) =>
    h(
      "label",
      {},
      h("input", {
        type: "checkbox",
        "data-key": `${word} ${app.agentid}`,
        checked: reads(app),
        onchange: (event) => acts.act(() => post(at, change(event.target.checked))),
      }),
      t(word),
    );
  return h(
    "fieldset",
    { class: "console" },
    h("legend", {}, t("consoleOf", { n: app.agentid })),
    CONSOLE.map(flag),
    h(
      "div",
      { class: "choices-row" },
      h("button", { class: "ordinary", "data-key": `revoke ${app.agentid}`, onclick: () => end("revoke") }, t("revoke")),
      h("button", { class: "ordinary", "data-key": `expire ${app.agentid}`, onclick: () => end("expire") }, t("expire")),
    ),
  );
}

export function draw(node, acts) {
  redraw(node, ["faults", state.corpid], () => {
    const set = (told_) =>
      acts.act(async () => {
        await post("faults", told_);
        acts.tell(t("faultSet"));
      });
    return [
      h("div", { class: "active" }),
      h("h3", {}, t("quick")),
      h(
        "div",
        { class: "choices-row" },
        QUICK.map(([word, body]) => h("button", { class: "ordinary", "data-key": word, onclick: () => set(body) }, t(word))),
      ),
      form(set),
      h("div", { class: "consoles" }),
    ];
  });
  redraw(node.querySelector(".active"), told, () => list(acts));
  // The known paths may come late: they fill the list alone, never a form half written.
  redraw(node.querySelector("#apis"), apis.length, () => apis.map((path) => h("option", { value: path })));
  redraw(node.querySelector(".consoles"), apps, () => apps.map((app) => appBox(app, acts)));
}
