// A sheet that rises over the phone: its head, what it holds, and back to where one was.

import { h } from "./dom.js";
import { t } from "./words.js";

export function openSheet(label, contents) {
  const before = document.activeElement;
  const close = () => {
    sheet.remove();
    before?.focus?.();
  };
  const head = h(
    "header",
    {},
    h("strong", {}, label),
    h("button", { class: "plain", type: "button", onclick: close }, t("cancel")),
  );
  const panel = h("div", { class: "panel" }, head);
  panel.append(h("div", { class: "contents" }, contents(close, panel)));
  const sheet = h("div", { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": label }, panel);
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "Tab") return;
    // What lies under a sheet cannot be reached while it is open.
    const stops = [...sheet.querySelectorAll("button, input:not([hidden]), a, select")].filter((one) => !one.disabled);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0]).focus();
  });
  sheet.addEventListener("click", (event) => event.target === sheet && close());
  document.getElementById("screen").append(sheet);
  sheet.querySelector("input:not([hidden]), .contents button")?.focus({ preventScroll: true });
  return sheet;
}

// A list from which some are chosen, with a search that asks `find(q)` for rows of {id, name}.
export function chooser({ find, total, chosen, changed, describe }) {
  const list = h("div", { class: "codes choices" });
  const show = (rows, q) => {
    const line = (row) => {
      const box = h("input", {
        type: "checkbox",
        checked: chosen(row.id),
        onchange: (event) => changed(row.id, event.target.checked),
      });
      return h("label", { class: "choice" }, box, h("span", { class: "words" }, h("span", { class: "name" }, row.remark || row.name), describe(row)));
    };
    list.replaceChildren(...(rows.length ? rows.map(line) : [h("p", { class: "none" }, t("noMatch", { q }))]));
  };
  let timer = 0;
  const ask = async (q) => {
    const rows = await find(q);
    show(rows, q);
  };
  const search = h("input", {
    class: "field wholly",
    type: "search",
    placeholder: t("findName"),
    "aria-label": t("findName"),
    oninput: (event) => {
      clearTimeout(timer);
      timer = setTimeout(() => ask(event.target.value.trim()), 250);
    },
  });
  ask("");
  return [total > 8 ? search : null, list];
}
