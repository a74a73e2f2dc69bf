// Who holds the phone, in which company, and on which screen.

const KEY = "demo-phone";

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    // A phone without a memory (private window) is a phone all the same.
    return {};
  }
}

export const state = {
  corpid: null,
  corps: [],
  mine: stored().mine ?? [],
  me: stored().me ?? null,
  others: [],
  chats: [],
  groups: [],
  moments: [],
  // The chat of a group that is open, on either side.
  group: null,
  groupId: null,
  received: null,
  // Until when each chat was read, real seconds; what was there before the page opened was read.
  opened: Date.now() / 1000,
  read: {},
  offset: 0,
  panel: stored().panel ?? "wire",
  wire: stored().wire ?? "merged",
  ways: [],
  screen: "chats",
  chat: null,
  sheet: null,
  side: new URLSearchParams(location.search).get("side") ?? stored().side ?? "customer",
  // The staff side: whose phone it is, what he looks for, which chat is open.
  desk: {
    userid: null,
    find: "",
    members: [],
    q: "",
    data: null,
    screen: "chats",
    external: null,
    open: null,
    sidebar: null,
    agentid: null,
    workAt: "todo",
    todos: [],
    done: [],
    app: null,
    appMessages: [],
  },
};

const kept = () => ({
  mine: state.mine,
  me: state.me,
  side: state.side,
  panel: state.panel,
  wire: state.wire,
});

export function remember() {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept()));
  } catch {
    return;
  }
}

export function newPerson(name, gender = 0) {
  const bytes = crypto.getRandomValues(new Uint8Array(14));
  const unionid = `oPhone${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  const person = { unionid, name, gender };
  state.mine = [person, ...state.mine].slice(0, 12);
  become(person);
}

export function become(person) {
  state.me = person;
  Object.assign(state, { chats: [], groups: [], moments: [], received: null });
  Object.assign(state, { group: null, groupId: null });
  state.screen = "chats";
  state.chat = null;
  state.sheet = null;
  remember();
}

export function corp() {
  return state.corps.find((one) => one.corpid === state.corpid) ?? null;
}

// The same person has another id in another company, so the id is kept for each.
export function myId() {
  const me = state.me;
  if (!me) return null;
  return me.ids?.[state.corpid] ?? (me.corpid === state.corpid ? me.external_userid : null);
}

export function keepId(externalUserid) {
  state.me.ids = { ...(state.me.ids ?? {}), [state.corpid]: externalUserid };
  state.mine = state.mine.map((one) => (one.unionid === state.me.unionid ? state.me : one));
  remember();
}

// Takes the phone of a member: nothing of the one before is left on it.
export function sitAt(userid) {
  Object.assign(state, { group: null, groupId: null });
  Object.assign(state.desk, { userid, q: "", data: null, screen: "chats", external: null, open: null });
  Object.assign(state.desk, { todos: [], done: [], app: null, appMessages: [] });
}

export const now = () => Date.now() / 1000 + state.offset;

// Whose phone this is: what one has read another has not.
const readKey = (chat) => `${state.side} ${state.side === "staff" ? state.desk.userid : myId()} ${chat}`;

export function readUntil(chat) {
  return Math.max(state.opened, state.read[readKey(chat)] ?? 0);
}

export function markRead(chat) {
  state.read[readKey(chat)] = Date.now() / 1000;
}

// Apps that have a page to open beside a chat.
export function pages() {
  return (corp()?.apps ?? []).filter((app) => app.sidebar_url);
}
