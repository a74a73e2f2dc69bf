import en from "../locales/en/later-troubles.json";
import zh from "../locales/zh-CN/later-troubles.json";

/** Words for what seldom goes wrong, for `learn`: no part of what the first page loads. */
export default { "zh-CN": zh, en };
