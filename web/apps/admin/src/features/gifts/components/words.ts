import type { Tone } from "@yutang/ui";
import en from "../../../locales/en/later-gifts.json";
import zh from "../../../locales/zh-CN/later-gifts.json";
import { learn } from "../../../shared/learn.ts";
import { troublesOf } from "../../../shared/troubles.ts";
import type { Phase } from "../api/gifts.ts";

learn({ "zh-CN": zh, en });

/** What went wrong in the reader's words; the server's own where there are none. */
export const useWords = troublesOf("gifts");

export const phaseTones: Record<Phase, Tone> = {
  draft: "off",
  scheduled: "info",
  running: "ok",
  sold_out: "warn",
  ended: "off",
  stopped: "off",
};
