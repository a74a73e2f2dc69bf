// A group chat, as a customer or a member of staff sees it, and the page that tells of the group.

import { bar, drawChat, preview, tool } from "./chat.js";
import { avatar, groupFace, h, redraw } from "./dom.js";
import { faced } from "./parts.js";
import { corp, now, pages, state } from "./state.js";
import { listTime, t } from "./words.js";

// To customers it is the company's; to staff it is a group that holds people from outside.
function owned() {
  if (state.side === "customer") return h("small", {}, `@${corp().name}`);
  return h("small", { class: "outside" }, t("external"));
}

export function groupRow(group, fresh, act) {
  return h(
    "button",
    { class: "row", "data-key": group.chat_id, onclick: act },
    faced(groupFace(group.faces), fresh),
    h(
      "span",
      { class: "words" },
      h("span", { class: "name" }, group.name, owned()),
      h("span", { class: "last" }, group.last ? preview(group.last) : t("membersOf", { n: group.members })),
    ),
    h("time", {}, listTime(group.last?.clock ?? group.joined_at, now())),
  );
}

// On a customer's phone staff carry the company's name; on theirs customers carry WeChat's.
function marked(one) {
  if (state.side === "customer") return one.staff ? h("span", { class: "ofcorp" }, ` @${corp().name}`) : null;
  return one.staff ? null : h("span", { class: "wechat" }, ` ${t("ofWechat")}`);
}

export function groupChat(node, group, acts) {
  const title = t("groupTitle", { name: group.name, n: group.members });
  const more = tool("more", t("more"), () => acts.groupInfo());
  const beside = state.side === "staff" && pages().length > 0 && !group.dismissed;
  drawChat(node, group, {
    key: ["group", state.side, state.corpid, acts.me(), group.chat_id],
    frame: [title, beside],
    title,
    sub: `@${corp().name}`,
    left: tool("back", t("back"), () => acts.back()),
    right: beside ? [tool("sidebar", t("sidebar"), () => acts.desk.toggle()), more] : [more],
    mark: marked,
    talks: !group.dismissed,
    say: (text) => acts.sayInGroup(group.chat_id, text),
    again: null,
  });
}

function seat(one) {
  const role = one.owner ? t("owner") : one.admin ? t("admin") : "";
  return h(
    "li",
    {},
    avatar({ ...one, key: one.id }, 48),
    h("span", { class: "seatname" }, one.name),
    role ? h("small", {}, role) : null,
  );
}

// Saved and passed on, or uploaded where an app asks for it.
function ownCode(group) {
  return h(
    "div",
    { class: "fact tall" },
    h("span", {}, t("groupCode")),
    h(
      "div",
      {},
      h("img", { src: `/qr/${group.chat_id}.png`, alt: t("groupCode"), width: 120, height: 120 }),
      h("div", { class: "quiet" }, t("groupCodeLasts")),
    ),
  );
}

export function groupInfo(node, group, acts) {
  const shown = [group.people, group.notice, group.name, group.owner];
  redraw(node, ["groupinfo", state.side, group.chat_id, shown], () => {
    const mine = group.owner === acts.me();
    let sure = false;
    // A group that is left cannot be entered again without a code: asked once.
    const leave = (event) => {
      if (sure) return acts.leaveGroup(group);
      sure = true;
      event.currentTarget.textContent = t("leaveSure");
    };
    return [
      bar(t("groupInfo"), { left: tool("back", t("back"), () => acts.group(group.chat_id)) }),
      h(
        "div",
        { class: "body card" },
        h("h3", { class: "section" }, t("members", { n: group.members })),
        h("ul", { class: "seats" }, group.people.map(seat)),
        h("div", { class: "fact" }, h("span", {}, t("groupName")), h("span", {}, group.name)),
        group.dismissed ? null : ownCode(group),
        h(
          "div",
          { class: "fact tall" },
          h("span", {}, t("noticeOf")),
          h("span", { class: group.notice ? "" : "quiet" }, group.notice || t("noNotice")),
        ),
        mine ? null : h("button", { class: "wide danger", "data-key": "leave", onclick: leave }, t("leaveGroup")),
      ),
    ];
  });
}
