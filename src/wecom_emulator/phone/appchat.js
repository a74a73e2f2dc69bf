// What apps sent a member: texts, cards, and template cards he can answer.

import { safe } from "./cards.js";
import { bar, tool } from "./chat.js";
import { h, icon, redraw } from "./dom.js";
import { corp, now, state } from "./state.js";
import { templateCard } from "./template.js";
import { chatTime, t } from "./words.js";

const SECONDS_APART = 5 * 60;

export function appPreview(message) {
  const { msgtype, body } = message;
  if (msgtype === "text") return plain(body.content);
  if (msgtype === "markdown") return body.content.replace(/<[^>]*>/g, "").replace(/[*>#`]/g, "").trim();
  const title = body.title ?? body.main_title?.title ?? body.articles?.[0]?.title;
  return title ? `[${title}]` : `[${t(msgtype === "image" ? "photo" : msgtype === "video" ? "video" : "file")}]`;
}

const plain = (text) => String(text ?? "").replace(/<a [^>]*>(.*?)<\/a>/gs, "$1");

// WeCom shows links of a text; everything else of it is text.
function linked(text) {
  const found = [];
  let from = 0;
  for (const match of text.matchAll(/<a\s+href="([^"]*)"[^>]*>(.*?)<\/a>/gs)) {
    found.push(text.slice(from, match.index), outside(match[1], { class: "inlink" }, match[2]));
    from = match.index + match[0].length;
  }
  return [...found, text.slice(from)];
}

function outside(url, props, ...children) {
  return h("a", { href: safe(url), target: "_blank", rel: "noreferrer noopener", ...props }, children);
}

// The few marks WeCom knows, one line at a time.
function markdown(text) {
  const line = (one) => {
    const quote = /^>\s?/.test(one);
    const head = /^#+\s/.test(one);
    const rest = one.replace(/^(>\s?|#+\s)/, "");
    const parts = rest.split(/(\*\*.*?\*\*|<font color="\w+">.*?<\/font>)/).map((part) => {
      const font = /^<font color="(\w+)">(.*)<\/font>$/.exec(part);
      if (font) return h("span", { class: `md-${font[1]}` }, font[2]);
      return /^\*\*.*\*\*$/.test(part) ? h("b", {}, part.slice(2, -2)) : part;
    });
    return h("p", { class: quote ? "quote" : head ? "head" : "" }, parts);
  };
  return h("div", { class: "bubble md" }, text.split("\n").map(line));
}

function article(one) {
  return outside(
    one.url,
    { class: "linkcard" },
    h("strong", {}, one.title),
    h("span", { class: "about" }, h("span", { class: "desc" }, one.description ?? one.digest ?? ""), one.picurl ? h("img", { class: "thumb", src: safe(one.picurl), alt: "" }) : null),
  );
}

function textcard(body) {
  // A description may hold three kinds of div, which only colour it.
  const words = String(body.description ?? "").replace(/<br\s*\/?>|<\/div>/g, "\n").replace(/<[^>]*>/g, "").trim();
  return outside(
    body.url,
    { class: "linkcard textcard" },
    h("strong", {}, body.title),
    h("span", { class: "desc long" }, words),
    h("span", { class: "foot" }, body.btntxt || t("details")),
  );
}

function told(message, acts) {
  const { msgtype, body } = message;
  if (msgtype === "text") return h("div", { class: "bubble" }, linked(body.content));
  if (msgtype === "markdown") return markdown(body.content);
  if (msgtype === "textcard") return textcard(body);
  if (msgtype === "news" || msgtype === "mpnews") return h("div", { class: "stack" }, body.articles.map(article));
  if (msgtype === "image") return h("img", { class: "photo", src: `/media/${body.media_id}`, alt: t("photo") });
  if (msgtype === "template_card") return templateCard(message, acts);
  if (body.media_id) return outside(`${location.origin}/media/${body.media_id}`, { class: "linkcard" }, h("strong", {}, body.title ?? t("file")));
  return h("div", { class: "bubble quiet" }, t("unsupported", { kind: msgtype }));
}

export function appChat(node, acts) {
  const { appMessages, userid } = state.desk;
  redraw(node, ["app", state.corpid, userid], () => {
    const field = h("input", { class: "say", placeholder: t("tellApp"), "aria-label": t("tellApp"), maxlength: "500", "data-key": "say" });
    const send = (event) => {
      event.preventDefault();
      const text = field.value.trim();
      field.value = "";
      if (text) acts.desk.tellApp(text);
    };
    return [
      bar(t("appMessages"), { sub: `@${corp().name}`, left: tool("back", t("back"), () => acts.desk.go("chats")) }),
      h("div", { class: "messages", tabindex: "0", role: "log", "aria-label": t("appMessages") }),
      h("form", { class: "composer", onsubmit: send }, field, h("button", { class: "primary" }, t("send"))),
    ];
  });
  const list = node.querySelector(".messages");
  redraw(list, [appMessages, chatTime(now(), now()).length], () => {
    let before = 0;
    const lines = appMessages.flatMap((message) => {
      const apart = message.at - before > SECONDS_APART;
      before = message.at;
      return [
        apart ? h("p", { class: "note" }, chatTime(message.at, now())) : null,
        h(
          "div",
          { class: "message" },
          h("span", { class: "avatar appface small" }, icon("app", 22)),
          h("div", { class: "said" }, h("small", { class: "speaker" }, t("appOf", { n: message.agentid })), told(message, acts)),
        ),
      ];
    });
    setTimeout(() => (list.scrollTop = list.scrollHeight), 0);
    return lines.length ? lines : h("p", { class: "note" }, t("noAppMessages"));
  });
}
