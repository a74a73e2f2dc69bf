// What the buttons of a member's phone do.

import { act, acts, tell, told } from "./acts.js";
import * as sidebar from "./sidebar.js";
import { state } from "./state.js";
import { t } from "./words.js";
import { newGroup } from "./workbench.js";

const ours = (one) => ({ userid: state.desk.userid, external_userid: one.external_userid });

// What came of a to-do, in the words of the workbench.
function outcome(answer) {
  if (answer.reached !== undefined) return t("resultReached", { n: answer.reached });
  const said = [t("resultSent", { n: answer.sent })];
  if (answer.no_friend) said.push(t("resultNoFriend", { n: answer.no_friend }));
  if (answer.had_too_many) said.push(t("resultTooMany", { n: answer.had_too_many }));
  return said.join(t("comma"));
}

export function deskActs(draw) {
  const desk = {
    go(screen) {
      state.desk.screen = screen;
      draw();
      if (screen === "work") act(async () => {});
    },
    workAt(part) {
      state.desk.workAt = part;
      draw();
    },
    open: (external) =>
      act(async () => {
        Object.assign(state.desk, { external, open: null, screen: "chat" });
      }),
    search(text) {
      state.desk.q = text;
      clearTimeout(desk.timer);
      desk.timer = setTimeout(() => act(async () => {}), 300);
    },
    accept: (one) =>
      act(async () => {
        await told("complete", ours(one));
        Object.assign(state.desk, { external: one.external_userid, open: null, screen: "chat" });
      }),
    send: (external, text) =>
      told("say", { from: state.desk.userid, to: external, msgtype: "text", text: { content: text } }),
    say: (text) => act(() => desk.send(state.desk.external, text)),
    remark: (one, text) =>
      act(async () => {
        const member = encodeURIComponent(state.desk.userid);
        await told(`staff/${member}/remark`, { external_userid: one.external_userid, remark: text });
        tell(t("remarkKept"));
      }),
    unfriend: (one) =>
      act(async () => {
        await told("unfollow", { ...ours(one), by: "staff" });
        Object.assign(state.desk, { external: null, open: null, screen: "chats" });
      }),
    toggle() {
      state.desk.sidebar = sidebar.wanted() === null;
      draw();
      if (!state.desk.sidebar) document.getElementById("content").querySelector('[data-key="sidebar"]')?.focus();
    },
    app(agentid) {
      state.desk.agentid = agentid;
      draw();
    },
    confirm: (todo, choice) =>
      act(async () => {
        const which = todo.msgid ? { msgid: todo.msgid } : { moment_id: todo.moment_id };
        const answer = await told("confirm", { userid: state.desk.userid, ...which, ...choice });
        tell(t("confirmed", { what: outcome(answer) }));
      }),
    applyWelcome: (todo, chatIds) =>
      act(async () => {
        const { template_id } = todo;
        for (const chatId of chatIds) await told(`groups/${chatId}/welcome`, { template_id });
        tell(t("applyToN", { n: chatIds.length }));
      }),
    newGroup: () => act(() => newGroup(acts)),
    openGroup: (name, members) =>
      act(async () => {
        const { chat_id } = await told("groups", { owner: state.desk.userid, name, members });
        Object.assign(state, { groupId: chat_id, group: null });
        state.desk.screen = "group";
        tell(t("opened", { name }));
      }),
    click: (msgid, what) =>
      act(async () => {
        await told("cards/click", { userid: state.desk.userid, msgid, ...what });
        tell(t("clicked"));
      }),
    tellApp: (text) =>
      act(async () => {
        const last = state.desk.appMessages.at(-1);
        const agentid = last?.agentid ?? state.corps.find((corp) => corp.corpid === state.corpid).apps[0].agentid;
        await told(`apps/${agentid}/say`, { userid: state.desk.userid, text });
        tell(t("appTold"));
      }),
  };
  return desk;
}
