import { count, nothing } from "@yutang/ui";
import en from "../../../locales/en/later-growth.json";
import zh from "../../../locales/zh-CN/later-growth.json";
import { learn } from "../../../shared/learn.ts";

learn({ "zh-CN": zh, en });

const PERCENT = 100;
const TENTH = 0.1;
const ALMOST = 99.9;

/** A share as people read it: 36.5%, never a false 0 or 100. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return nothing;
  const share = (part / whole) * PERCENT;
  if (share > 0 && share < TENTH) return "<0.1%";
  if (share < PERCENT && share > ALMOST) return ">99.9%";
  return `${Number(share.toFixed(1))}%`;
}

/** Money of fen: ¥1,234.50. */
export function yuan(fen: number): string {
  const cents = String(Math.abs(fen) % PERCENT).padStart(2, "0");
  return `¥${count(Math.trunc(fen / PERCENT))}.${cents}`;
}
