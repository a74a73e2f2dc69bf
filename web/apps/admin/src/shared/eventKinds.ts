import type { TFunction } from "i18next";
import en from "../locales/en/later-kinds.json";
import zh from "../locales/zh-CN/later-kinds.json";
import { learn } from "./learn.ts";

learn({ "zh-CN": zh, en });

/** What a kind of event is called: by the company, by us, or as it is written. */
export function kindName(t: TFunction, kind: string, label?: string | null): string {
  return label ?? t(`kinds.names.${kind}`, kind.replace(/^custom\./, ""));
}

const FAMILIES = ["order", "coupon", "membership", "page", "product", "cart", "service", "custom"];

/** Whether a source told it: its kind and its main property are all there is to say. */
export const isTold = (kind: string): boolean => FAMILIES.includes(kind.split(".")[0] ?? "");
