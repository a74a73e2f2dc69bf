import en from "../../../locales/en/later-rota.json";
import zh from "../../../locales/zh-CN/later-rota.json";
import { learn } from "../../../shared/learn.ts";
import { troublesOf } from "../../../shared/troubles.ts";

learn({ "zh-CN": zh, en });

/** What went wrong in the reader's words; the server's own where there are none. */
export const useWords = troublesOf("rota");
