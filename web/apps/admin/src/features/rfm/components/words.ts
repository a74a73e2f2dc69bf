import en from "../../../locales/en/later-rfm.json";
import zh from "../../../locales/zh-CN/later-rfm.json";
import { learn } from "../../../shared/learn.ts";
import { yuan } from "../../../shared/money.ts";
import { troublesOf } from "../../../shared/troubles.ts";

learn({ "zh-CN": zh, en });

/** What went wrong in the reader's words; the server's own where there are none. */
export const useWords = troublesOf("rfm");

/** Money with its sign, without decimals where it is a sum. */
export const money = (fen: number): string => `¥${yuan(fen)}`;
export const sum = (fen: number): string => `¥${yuan(Math.round(fen / 100) * 100)}`;
