// What each API used of its quota, in windows of the emulator's clock.

import { get } from "./api.js";
import { h, redraw } from "./dom.js";
import { state } from "./state.js";
import { chatTime, t } from "./words.js";

export const name = "quota";

let rows = null;
let at = 0;
let wanted = "";

export function forget() {
  rows = null;
}

export async function look() {
  const told = await get(`quota?corpid=${encodeURIComponent(state.corpid)}`);
  at = told.now;
  // The hours of a month are long and not shown.
  rows = told.apis.map(({ hours, ...row }) => ({ ...row, calls: hours.reduce((sum, hour) => sum + hour.calls, 0) }));
}

const share = (row) => Math.max(0, ...Object.values(row.windows).map(({ used, most }) => used / most));
const count = (number) => number.toLocaleString("en");

function gauge([window, { used, most }]) {
  const words = t("usedOf", { used: count(used), most: count(most) });
  const full = used / most;
  return h(
    "p",
    { class: "gauge" },
    h("span", {}, t(`w_${window}`)),
    h(
      "span",
      { class: full >= 1 ? "track full" : full > 0.8 ? "track near" : "track", role: "img", "aria-label": words },
      h("i", { style: `width:${Math.min(100, full * 100)}%` }),
    ),
    h("span", { class: "number" }, words),
  );
}

function api(row) {
  const said = [
    row.exceeded ? t("exceededN", { n: row.exceeded }) : null,
    row.refused_parallel ? t("parallelN", { n: row.refused_parallel }) : null,
    row.most_in_flight > 1 ? t("mostFlight", { n: row.most_in_flight }) : null,
  ].filter(Boolean);
  const blocked = row.blocked[0];
  return h(
    "li",
    {},
    h("strong", {}, row.path.replace("/cgi-bin/", ""), blocked ? h("span", { class: "mark bad" }, t("blockedUntil", { time: chatTime(blocked.until, at) })) : null),
    Object.entries(row.windows).map(gauge),
    said.length ? h("small", {}, said.join(" · ")) : null,
  );
}

export function draw(node) {
  redraw(node, ["quota", state.corpid], () => [
    h("p", { class: "hint" }, t("quotaHint")),
    h("input", {
      class: "field",
      type: "search",
      value: wanted,
      placeholder: t("findApi"),
      "aria-label": t("findApi"),
      oninput: (event) => {
        wanted = event.target.value.trim().toLowerCase();
        draw(node);
      },
    }),
    h("div", { class: "gauges", tabindex: "0", role: "region", "aria-label": t("quota") }),
  ]);
  const shown = rows?.filter((row) => row.path.toLowerCase().includes(wanted)).sort((one, other) => share(other) - share(one) || other.calls - one.calls);
  redraw(node.querySelector(".gauges"), [shown, wanted], () => {
    if (!shown) return h("p", { class: "none" }, t("loading"));
    if (!shown.length) return h("p", { class: "none" }, wanted ? t("noMatch", { q: wanted }) : t("noQuota"));
    return h("ul", {}, shown.map(api));
  });
}
