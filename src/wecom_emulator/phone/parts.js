// Small things that several screens show.

import { h } from "./dom.js";
import { t } from "./words.js";

// A number where it is known, else a dot; both with words for who cannot see them.
export function badge(count) {
  if (count === true) return h("span", { class: "badge dot", role: "img", "aria-label": t("unreadSome") });
  const told = count > 99 ? "99+" : String(count);
  return h("span", { class: "badge", role: "img", "aria-label": t("unread", { n: told }) }, told);
}

export function faced(face, count) {
  return h("span", { class: "faced" }, face, count ? badge(count) : null);
}

export function empty(title, hint, word, act) {
  return h(
    "div",
    { class: "empty" },
    h("p", {}, title),
    hint ? h("p", { class: "hint" }, hint) : null,
    act ? h("button", { class: "primary", onclick: act }, word) : null,
  );
}
