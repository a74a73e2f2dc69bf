// Beside the phone: whose it is and what time it is in there.

import { skips } from "./clock.js";
import { avatar, h, redraw } from "./dom.js";
import { become, corp, newPerson, now, state } from "./state.js";
import { dayTime, lang, t } from "./words.js";

function heading(intro) {
  const choose = h(
    "select",
    { "aria-label": t("corp"), onchange: (event) => (state.corpid = event.target.value) },
    state.corps.map((c) => h("option", { value: c.corpid, selected: c.corpid === state.corpid }, c.name)),
  );
  const other = new URLSearchParams(location.search);
  other.set("lang", lang === "en" ? "zh" : "en");
  const language = { class: "language", href: `?${other}`, lang: lang === "en" ? "zh-CN" : "en" };
  return [
    h("h1", {}, t("title"), h("span", { class: "mark" }, t("mark")), h("a", language, t("otherLanguage"))),
    h("p", { class: "hint" }, corp() ? intro : t("noCorp")),
    state.corps.length > 1 ? choose : null,
  ];
}

// On a narrow screen the phone fills it; people and the emulator's desk are behind switches.
const OTHERS = ["people", "desk"];

function show(place) {
  const page = document.getElementById("page");
  for (const one of OTHERS) {
    page.classList.toggle(`see-${one}`, place === one);
    document.getElementById(`see-${one}`)?.setAttribute("aria-pressed", String(place === one));
  }
}

export const showPhone = () => show(null);

export function sides(node, acts) {
  redraw(node, state.side, () => {
    const one = (name) =>
      h(
        "button",
        {
          "data-key": name,
          "aria-pressed": String(state.side === name),
          onclick: () => {
            showPhone();
            acts.side(name);
          },
        },
        t(name),
      );
    const seen = (name) => document.getElementById("page").classList.contains(`see-${name}`);
    const other = (name) =>
      h(
        "button",
        {
          id: `see-${name}`,
          class: "other",
          "data-key": `see ${name}`,
          "aria-pressed": String(seen(name)),
          onclick: () => show(seen(name) ? null : name),
        },
        t(`see_${name}`),
      );
    return [
      h("div", { class: "switch", role: "group", "aria-label": t("whichSide") }, one("customer"), one("staff")),
      h("div", { class: "others" }, OTHERS.map(other)),
    ];
  });
}

export function onEscape(close) {
  addEventListener("keydown", (event) => event.key === "Escape" && close());
}

// The field stays while the list under it follows what is typed.
export function members(node, acts) {
  const { desk } = state;
  redraw(node, ["members", state.corps, state.corpid], () => {
    const find = (event) => {
      clearTimeout(find.timer);
      find.timer = setTimeout(() => acts.find(event.target.value.trim()), 300);
    };
    return [
      ...heading(t("staffIntro")),
      h("h2", {}, t("iAm")),
      h("input", {
        class: "field",
        type: "search",
        value: desk.find,
        placeholder: t("findStaff"),
        "aria-label": t("findStaff"),
        oninput: find,
      }),
      h("div", { class: "found" }),
    ].filter(Boolean);
  });
  const chosen = desk.data?.member;
  const rows = desk.members.some((one) => one.userid === chosen?.userid) || !chosen || desk.find
    ? desk.members
    : [chosen, ...desk.members];
  redraw(node.querySelector(".found"), [rows, desk.userid, desk.find], () =>
    rows.length
      ? rows.map((member) =>
          h(
            "button",
            {
              class: "person",
              "data-key": member.userid,
              "aria-pressed": String(desk.userid === member.userid),
              onclick: () => acts.sit(member.userid),
            },
            avatar(member, 28),
            member.name,
          ),
        )
      : h("p", { class: "hint" }, t("noMatch", { q: desk.find })),
  );
}

export function people(node) {
  const known = new Set(state.mine.map((one) => one.unionid));
  const others = state.others.filter((one) => !known.has(one.unionid)).slice(0, 12);
  redraw(node, ["customers", state.corps, state.corpid, state.mine, state.me, others], () => {
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
          "data-key": person.unionid,
          "aria-pressed": String(state.me?.unionid === person.unionid),
          onclick: () => {
            become(person);
            showPhone();
          },
        },
        avatar(person, 28),
        person.name,
      );
    return [
      ...heading(t("intro")),
      h("h2", {}, t("newPerson")),
      h("form", { class: "paste", onsubmit: add }, field, h("button", { class: "brand" }, t("create"))),
      state.mine.length ? h("h2", {}, t("mine")) : null,
      ...state.mine.map(one),
      others.length ? h("h2", {}, t("others")) : null,
      ...others.map(one),
    ].filter(Boolean);
  });
}

export function clock(node, acts) {
  redraw(node, "clock", () => [
    h("span", { class: "what" }, `${t("time")} `, h("time", {})),
    h(
      "span",
      { class: "skips", role: "group", "aria-label": t("forward") },
      h("span", { "aria-hidden": "true" }, t("forward")),
      skips(acts).map(([word, act]) => h("button", { "data-key": word, "aria-label": `${t("forward")} ${t(word)}`, title: word === "skipMonth" ? t("skipMonthHint") : null, onclick: act }, t(word))),
    ),
  ]);
  node.querySelector("time").textContent = dayTime(now(), true);
}
