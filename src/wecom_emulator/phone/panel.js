// The emulator's desk beside the phone: one tab for each thing that can be looked at or moved.

import * as clock from "./clock.js";
import * as faults from "./faults.js";
import { h, redraw } from "./dom.js";
import * as life from "./life.js";
import * as quota from "./quota.js";
import { remember, state } from "./state.js";
import { t } from "./words.js";
import * as wire from "./wire.js";

// A panel has `name` (its tab is called t(name)), `look()`, `draw(node, acts)` and `forget()`.
// Only the open one is asked and drawn.
export const PANELS = [wire, faults, clock, quota, life];

const open = () => PANELS.find((one) => one.name === state.panel) ?? PANELS[0];

export const look = () => open().look();

export function forget() {
  for (const one of PANELS) one.forget();
}

function choose(name, acts) {
  state.panel = name;
  remember();
  // What it shows comes with the next look; the tab itself is there at once.
  acts.draw();
  acts.act(async () => {});
}

// Arrows walk along tabs, as everywhere.
function walk(event, acts) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const place = PANELS.indexOf(open());
  choose(PANELS[(place + step + PANELS.length) % PANELS.length].name, acts);
  event.currentTarget.querySelector('[aria-selected="true"]')?.focus();
}

export function draw(node, acts) {
  const chosen = open();
  redraw(node, ["panel", state.corpid], () => [
    h("div", { class: "paneltabs" }),
    h("div", { class: "panelbody", role: "tabpanel", id: "panel", tabindex: "-1" }),
  ]);
  redraw(node.querySelector(".paneltabs"), chosen.name, () =>
    h(
      "div",
      { role: "tablist", "aria-label": t("panel"), onkeydown: (event) => walk(event, acts) },
      PANELS.map((one) =>
        h(
          "button",
          {
            role: "tab",
            id: `tab-${one.name}`,
            "data-key": `tab ${one.name}`,
            "aria-selected": String(one === chosen),
            "aria-controls": "panel",
            tabindex: one === chosen ? "0" : "-1",
            onclick: () => choose(one.name, acts),
          },
          t(one.name),
        ),
      ),
    ),
  );
  const body = node.querySelector(".panelbody");
  if (body.dataset.panel !== chosen.name) {
    body.dataset.panel = chosen.name;
    body.setAttribute("aria-labelledby", `tab-${chosen.name}`);
    redraw(body, ["empty", chosen.name], () => []);
    body.replaceChildren(h("div", { class: `panel-${chosen.name}` }));
  }
  chosen.draw(body.firstChild, acts);
}
