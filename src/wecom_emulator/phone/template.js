// A template card of an app: what it tells, and the buttons and choices that answer it.

import { safe } from "./cards.js";
import { h } from "./dom.js";
import { t } from "./words.js";

const out = (url, ...children) => h("a", { class: "inlink", href: safe(url), target: "_blank", rel: "noreferrer noopener" }, children);

function words(card) {
  const { source, main_title: title, emphasis_content: big, quote_area: quote } = card;
  const beside = card.image_text_area;
  return [
    source?.desc ? h("small", { class: "tc-source" }, source.desc) : null,
    title?.title ? h("strong", {}, title.title) : null,
    title?.desc ? h("p", { class: "tc-desc" }, title.desc) : null,
    card.card_image?.url ? h("img", { class: "tc-image", src: safe(card.card_image.url), alt: "" }) : null,
    beside ? h("p", { class: "tc-quote" }, h("b", {}, beside.title ?? ""), " ", beside.desc ?? "") : null,
    big?.title ? h("p", { class: "tc-big" }, big.title, h("small", {}, big.desc ?? "")) : null,
    quote?.quote_text ? h("p", { class: "tc-quote" }, quote.title ? h("b", {}, quote.title) : null, " ", quote.quote_text) : null,
    card.sub_title_text ? h("p", { class: "tc-sub" }, card.sub_title_text) : null,
    (card.vertical_content_list ?? []).map((each) => h("p", { class: "tc-vertical" }, h("b", {}, each.title), h("span", {}, each.desc ?? ""))),
    card.horizontal_content_list?.length
      ? h(
          "dl",
          {},
          card.horizontal_content_list.map((each) => [
            h("dt", {}, each.keyname),
            h("dd", {}, each.type === 1 ? out(each.url, each.value ?? each.url) : (each.value ?? "")),
          ]),
        )
      : null,
    (card.jump_list ?? []).map((each) => h("p", { class: "tc-jump" }, each.url ? out(each.url, each.title) : each.title)),
  ];
}

// Choices as the card asks for them: boxes for many, circles for one, a list to pick from.
function questions(card, answers) {
  const found = [];
  const select = (told) => {
    const options = told.option_list.map((each) => h("option", { value: each.id, selected: each.id === told.selected_id }, each.text));
    answers.set(told.question_key, () => [field.value]);
    const field = h("select", { "aria-label": told.title || t("chooseOne"), disabled: Boolean(told.disable) }, options);
    return h("label", { class: "tc-select" }, h("span", {}, told.title || t("chooseOne")), field);
  };
  if (card.checkbox) {
    const { question_key: key, option_list: options, mode, disable } = card.checkbox;
    const boxes = options.map((each) => {
      const box = h("input", {
        type: mode === 1 ? "checkbox" : "radio",
        name: `${card.task_id} ${key}`,
        value: each.id,
        checked: Boolean(each.is_checked),
        disabled: Boolean(disable),
      });
      return [box, h("label", { class: "tc-option" }, box, each.text)];
    });
    answers.set(key, () => boxes.filter(([box]) => box.checked).map(([box]) => box.value));
    found.push(boxes.map(([, label]) => label));
  }
  if (card.button_selection) found.push(select(card.button_selection));
  found.push((card.select_list ?? []).map(select));
  return found;
}

export function templateCard(message, acts) {
  const card = message.body;
  const answers = new Map();
  const press = (key, menu = false) => {
    const selected = menu ? [] : [...answers].map(([question_key, read]) => ({ question_key, option_ids: read() }));
    acts.desk.click(message.msgid, { key, menu, selected });
  };
  const answered = card.replace_text;
  const button = (each) => {
    if (each.type === 1) return out(each.url, each.text);
    return h("button", { class: each.style === 2 ? "tc-button plainly" : "tc-button", onclick: () => press(each.key) }, each.text);
  };
  const buttons = [...(card.button_list ?? []), ...(card.submit_button ? [{ ...card.submit_button, style: 1 }] : [])];
  const menu = card.action_menu?.action_list ?? [];
  return h(
    "div",
    { class: "linkcard tcard", role: "group", "aria-label": card.main_title?.title ?? t("details") },
    words(card),
    questions(card, answers),
    card.card_action?.url ? h("p", { class: "tc-jump" }, out(card.card_action.url, t("details"))) : null,
    answered ? h("p", { class: "tc-answered" }, answered) : h("div", { class: "tc-buttons" }, buttons.map(button)),
    menu.length && !answered
      ? h(
          "details",
          { class: "tc-menu" },
          h("summary", {}, card.action_menu.desc || t("moreActions")),
          menu.map((each) => h("button", { class: "tc-button plainly", onclick: () => press(each.key, true) }, each.text)),
        )
      : null,
  );
}
