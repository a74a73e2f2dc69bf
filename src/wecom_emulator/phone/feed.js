// Moments, as a customer scrolls through them.

import { safe } from "./cards.js";
import { bar } from "./chat.js";
import { avatar, h, icon, redraw } from "./dom.js";
import { empty } from "./parts.js";
import { corp, myId, now, state } from "./state.js";
import { marksOf, tabs } from "./tabs.js";
import { chatTime, t } from "./words.js";

const source = (content) => (content.media_id ? `/media/${content.media_id}` : safe(content.url ?? content.pic_url));

function pictures(found) {
  const count = found.length;
  const shape = count === 1 ? "one" : count === 4 || count === 2 ? "two" : "three";
  return h(
    "div",
    { class: `pictures ${shape}` },
    found.map((each, index) => h("img", { src: source(each), alt: `${t("photo")} ${index + 1}`, loading: "lazy" })),
  );
}

const asParts = (attachments) => attachments.map((each) => ({ kind: each.msgtype, content: each[each.msgtype] }));

// What a post shows: its words, its pictures in a grid, its link as a grey line, its film.
export function postParts(parts) {
  const of = (kind) => parts.filter((part) => part.kind === kind);
  const images = of("image").map((part) => part.content);
  return [
    of("text").map((part) => h("p", { class: "posttext" }, part.text)),
    images.length ? pictures(images) : null,
    of("link").map(({ content: link }) =>
      h(
        "a",
        { class: "postlink", href: safe(link.url), target: "_blank", rel: "noreferrer noopener" },
        link.media_id || link.picurl
          ? h("img", { src: link.media_id ? `/media/${link.media_id}` : safe(link.picurl), alt: "" })
          : h("span", { class: "linkmark" }, icon("link", 20)),
        h("span", {}, link.title),
      ),
    ),
    of("video").map(({ content }) =>
      h("a", { class: "postvideo", href: source(content), target: "_blank", rel: "noreferrer noopener", "aria-label": t("video") }, icon("play", 40)),
    ),
  ];
}

// A customer sees his own name and the poster's; customers of a member do not know each other.
function nameOf(who, post) {
  if (who === myId()) return state.me.name;
  return who === post.userid ? post.name : null;
}

function reactions(post) {
  const likes = post.likes.map((who) => nameOf(who, post)).filter(Boolean);
  const comments = post.comments.filter((each) => nameOf(each.who, post));
  if (!likes.length && !comments.length) return null;
  return h(
    "div",
    { class: "reactions" },
    likes.length ? h("p", { class: "likes" }, icon("heart", 15), h("span", {}, likes.join(t("comma")))) : null,
    comments.map((each) => h("p", {}, h("b", {}, nameOf(each.who, post)), `${t("colon")}${each.text}`)),
  );
}

const keyOf = (post) => `${post.moment_id} ${post.userid}`;

function backTo(post) {
  document.querySelector(`[data-key="${CSS.escape(keyOf(post))}"]`)?.focus({ preventScroll: true });
}

function reply(post, acts) {
  const field = h("input", {
    class: "say",
    maxlength: "200",
    placeholder: t("commentHint", { name: post.name }),
    "aria-label": t("commentHint", { name: post.name }),
    "data-key": "comment",
  });
  const send = (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    state.commenting = null;
    acts.react(post, { kind: "comment", text }).then(() => backTo(post));
  };
  setTimeout(() => field.isConnected && field.focus(), 0);
  return h("form", { class: "reply", onsubmit: send }, field, h("button", { class: "primary" }, t("send")));
}

function post(one, acts) {
  const key = keyOf(one);
  const liked = one.likes.includes(myId());
  const open = state.reacting === key;
  const toggle = () => {
    state.reacting = open ? null : key;
    acts.go("moments");
  };
  const like = () => {
    state.reacting = null;
    acts.react(one, { kind: liked ? "unlike" : "like" }).then(() => backTo(one));
  };
  const comment = () => {
    Object.assign(state, { reacting: null, commenting: key });
    acts.go("moments");
  };
  return h(
    "article",
    { class: "post" },
    avatar(one, 42),
    h(
      "div",
      { class: "postbody" },
      h("strong", {}, one.name, h("small", {}, ` @${corp().name}`)),
      postParts([...(one.text ? [{ kind: "text", text: one.text }] : []), ...asParts(one.attachments)]),
      one.location?.name ? h("p", { class: "where" }, one.location.name) : null,
      h(
        "div",
        { class: "postfoot" },
        h("time", {}, chatTime(one.at + state.offset, now())),
        open
          ? h(
              "span",
              { class: "pop" },
              h("button", { "data-key": `like ${key}`, "aria-pressed": String(liked), onclick: like }, icon("heart", 18), t(liked ? "unlike" : "like")),
              h("button", { onclick: comment }, icon("comment", 18), t("comment")),
            )
          : null,
        h(
          "button",
          { class: "dots", "data-key": key, "aria-label": t("reactTo", { name: one.name }), "aria-expanded": String(open), onclick: toggle },
          icon("more", 20),
        ),
      ),
      reactions(one),
      state.commenting === key ? reply(one, acts) : null,
    ),
  );
}

// The frame stays while posts come, so that the feed is not thrown back to its top.
export function moments(node, acts) {
  const marks = marksOf();
  redraw(node, ["moments", state.corpid, state.me], () => [
    bar(t("moments")),
    h("div", { class: "body feed", tabindex: "0" }),
    h("div", { class: "tabplace" }),
  ]);
  // A moment's distance to real time moves with the clock; its place on the clock does not.
  const told = state.moments.map((one) => ({ ...one, at: Math.round(one.at + state.offset) }));
  redraw(node.querySelector(".feed"), [told, state.reacting, state.commenting, chatTime(now(), now()).length], () => [
    h("div", { class: "wall" }, h("span", {}, state.me.name), avatar(state.me, 64)),
    state.moments.length ? state.moments.map((one) => post(one, acts)) : empty(t("noMoments"), t("noMomentsHint")),
  ]);
  redraw(node.querySelector(".tabplace"), marks, () => tabs(acts.go, "moments", marks));
}
