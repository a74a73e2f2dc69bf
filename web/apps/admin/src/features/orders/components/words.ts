import type { Tone } from "@yutang/ui";
import type { TFunction } from "i18next";
import en from "../../../locales/en/later-orders.json";
import zh from "../../../locales/zh-CN/later-orders.json";
import { learn } from "../../../shared/learn.ts";
import { yuan } from "../../../shared/money.ts";
import type { Order, Status } from "../api/orders.ts";

learn({ "zh-CN": zh, en });

export const tones: Record<Status, Tone> = {
  placed: "warn",
  paid: "info",
  shipped: "info",
  completed: "ok",
  cancelled: "off",
};

/** Money with its sign. */
export const money = (fen: number): string => `¥${yuan(fen)}`;

/** How it stands; what was wholly given back says so. */
export function standing(t: TFunction, order: Order): { tone: Tone; word: string } {
  if (order.refunded_fen > 0 && order.refunded_fen === order.amount_fen) {
    return { tone: "bad", word: t("orders.refundedWhole") };
  }
  return { tone: tones[order.status], word: t(`orders.statuses.${order.status}`) };
}
