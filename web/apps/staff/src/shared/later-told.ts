import en from "../locales/en/later-told.json";
import zh from "../locales/zh-CN/later-told.json";

/** Words for what shops and sites tell, for `learn`: few customers of a first page have any. */
export default { "zh-CN": zh, en };
