// Every word of the phone, in both languages.
const zh = {
  title: "演示手机",
  demo: "演示",
  scanAs: "用谁的手机扫",
  name: "昵称",
  nameDefault: "豆豆妈",
  pick: "扫哪个码",
  paste: "或粘贴码里的内容",
  scan: "扫一扫",
  noCodes: "还没有渠道活码。先在后台新建一个",
  people: "最近的客户",
  back: "返回",
  say: "说点什么",
  send: "发送",
  drop: "删除好友",
  dropped: "你已删除对方",
  halfNow: "已发送好友申请",
  again: "再扫一次",
  happens: "正在发生",
  callback: "回调",
  call: "接口",
  delivered: "已收下",
  nothing: "还没有动静",
  newFriend: "你已添加了 {name}，现在可以开始聊天了",
  picture: "图片",
  failed: "没能完成：{detail}",
  noCorp: "这里还没有公司。用 yutang demo 启动",
};
const en = {
  title: "Demo phone",
  demo: "Demo",
  scanAs: "Whose phone scans",
  name: "Nickname",
  nameDefault: "Lily",
  pick: "Which code",
  paste: "or paste what the code holds",
  scan: "Scan",
  noCodes: "No channel code yet. Make one in the admin first",
  people: "Latest customers",
  back: "Back",
  say: "Say something",
  send: "Send",
  drop: "Delete friend",
  dropped: "You deleted this friend",
  halfNow: "Friend request sent",
  again: "Scan again",
  happens: "Happening now",
  callback: "callback",
  call: "call",
  delivered: "taken",
  nothing: "Nothing yet",
  newFriend: "You added {name}. You can chat now",
  picture: "Picture",
  failed: "That did not work: {detail}",
  noCorp: "No company here yet. Start it with yutang demo",
};

export const languages = { "zh-CN": zh, en };
export const language =
  new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh-CN";

export function t(key, values = {}) {
  return languages[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
