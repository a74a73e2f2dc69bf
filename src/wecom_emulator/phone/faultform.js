// The form by which a fault is set: what, where, how often, before or after the effect.

import { h } from "./dom.js";
import { t } from "./words.js";

const KINDS = ["errcode", "http", "latency", "hang", "drop_callback", "duplicate_callback", "reorder_callback"];
const USUAL = { errcode: 45009, http: 502, latency: 3, hang: 5, duplicate_callback: 1, reorder_callback: 5 };
const OF_CALLBACKS = (kind) => kind.endsWith("_callback");

function labelled(word, field) {
  const label = h("span", {}, t(word));
  return { label, line: h("label", { class: "line" }, label, field) };
}

// A path that ends in * or … is the beginning of many.
function address(text) {
  const path = text.trim();
  if (!path) return {};
  return /[*…]$/.test(path) ? { prefix: path.slice(0, -1) } : { path };
}

export function form(set) {
  const kind = h("select", { onchange: () => fit() }, KINDS.map((each) => h("option", { value: each }, t(`k_${each}`))));
  const value = h("input", { class: "field", inputmode: "numeric", "data-key": "value" });
  const where = h("input", { class: "field", list: "apis", placeholder: t("whereHint"), "data-key": "where" });
  const count = h("input", { class: "field", type: "number", min: "1", placeholder: t("howManyHint"), "data-key": "count" });
  const share = h("input", { class: "field", type: "number", min: "1", max: "100", value: "100", "data-key": "share" });
  const when = h(
    "select",
    {},
    h("option", { value: "before" }, t("whenBefore")),
    h("option", { value: "after" }, t("whenAfter")),
  );
  const values = labelled("v_errcode", value);
  const places = labelled("where", where);
  const times = labelled("when", when);
  const fit = () => {
    const chosen = kind.value;
    values.line.hidden = !(chosen in USUAL);
    if (chosen in USUAL) {
      values.label.textContent = t(`v_${chosen}`);
      value.value = String(USUAL[chosen]);
    }
    const callbacks = OF_CALLBACKS(chosen);
    places.label.textContent = t(callbacks ? "whereCallback" : "where");
    times.line.hidden = callbacks;
  };
  fit();
  const send = (event) => {
    event.preventDefault();
    const chosen = kind.value;
    const told = { kind: chosen, ...address(where.value), share: Number(share.value || 100) / 100 };
    if (chosen in USUAL && value.value.trim()) told.value = Number(value.value);
    if (count.value) told.count = Number(count.value);
    if (!OF_CALLBACKS(chosen)) told.when = when.value;
    set(told);
  };
  return h(
    "form",
    { class: "faultform", onsubmit: send },
    h("h3", {}, t("newFault")),
    labelled("faultKind", kind).line,
    values.line,
    places.line,
    h("datalist", { id: "apis" }),
    h("div", { class: "pair" }, labelled("howMany", count).line, labelled("share", share).line),
    times.line,
    h("button", { class: "brand" }, t("setFault")),
  );
}
