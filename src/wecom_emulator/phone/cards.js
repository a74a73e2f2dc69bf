// What a message looks like: words, a picture, a card, a file.

import { h, icon } from "./dom.js";
import { t } from "./words.js";

const UNITS = ["B", "kB", "MB"];

// A link from a message must not run as script in this page.
export function safe(url) {
  return /^https?:\/\//i.test(url ?? "") ? url : "#";
}

function size(bytes) {
  let [value, unit] = [bytes, 0];
  while (value >= 1024 && unit < UNITS.length - 1) [value, unit] = [value / 1024, unit + 1];
  return `${value >= 10 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

// A picture from elsewhere may be gone: then an icon stands in its place.
function picture(source, alt, name) {
  const instead = () => h("span", { class: `${name} lost`, role: "img", "aria-label": alt || t("photo") }, icon("picture", 28));
  if (!source) return instead();
  return h("img", { class: name, src: source, alt, onerror: (event) => event.target.replaceWith(instead()) });
}

function link(content) {
  const cover = content.picurl ? picture(safe(content.picurl), "", "thumb") : null;
  return h(
    "a",
    { class: "linkcard", href: safe(content.url), target: "_blank", rel: "noreferrer noopener" },
    h("strong", {}, content.title),
    h("span", { class: "about" }, h("span", { class: "desc" }, content.desc ?? ""), cover),
  );
}

function miniprogram(content) {
  return h(
    "div",
    { class: "linkcard mini", title: content.page },
    h("strong", {}, content.title),
    picture(content.media_url, content.title, "cover"),
    h("span", { class: "foot" }, t("miniprogram")),
  );
}

function file(kind, content) {
  const told = content.bytes === undefined ? t(kind) : `${t(kind)} · ${size(content.bytes)}`;
  return h(
    "a",
    { class: "linkcard filecard", href: content.media_url ?? "#", target: "_blank", rel: "noreferrer noopener" },
    h(
      "span",
      { class: "words" },
      h("span", { class: "filename" }, content.name ?? t(kind)),
      h("span", { class: "last" }, told),
    ),
    h("span", { class: "filekind" }, icon(kind === "video" ? "play" : "file", 28)),
  );
}

export function body(item) {
  const content = item.content ?? {};
  if (item.kind === "text") return h("div", { class: "bubble" }, item.text);
  if (item.kind === "image") return picture(content.media_url ?? content.pic_url, t("photo"), "photo");
  if (item.kind === "link") return link(content);
  if (item.kind === "miniprogram") return miniprogram(content);
  return file(item.kind, content);
}
