import type { Tone } from "@yutang/ui";
import en from "../../../locales/en/later-links.json";
import zh from "../../../locales/zh-CN/later-links.json";
import { learn } from "../../../shared/learn.ts";
import { troublesOf } from "../../../shared/troubles.ts";
import type { Link } from "../api/links.ts";

learn({ "zh-CN": zh, en });

const CENTS = 100;

export const tones: Record<Link["status"], Tone> = {
  creating: "info",
  active: "ok",
  updating: "info",
  failed: "bad",
  deleting: "warn",
  deleted: "off",
};

const useWords = troublesOf("links");

/** What went wrong, if anything did. */
export function useTrouble(): (error: unknown) => string | undefined {
  const words = useWords();
  return (error) => (error === null || error === undefined ? undefined : words(error));
}

/** Cents as people write money. */
export function money(cents: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "currency", currency: "CNY" }).format(
    cents / CENTS,
  );
}
