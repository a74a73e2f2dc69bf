import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { troublesOf } from "../../../shared/troubles.ts";
import type { Say } from "../api/reading.ts";

/** What went wrong in the reader's words; the server's own words where there are none. */
export const useWords = troublesOf("handovers");

/** What the server says in both languages, in the reader's. */
export function useSay(): (say: Say) => string {
  const { i18n } = useTranslation();
  return (say) => (i18n.language === "en" ? say.en : say.zh);
}

/** A stretch of time as people say it: 40 s, 12 min, 1 h 48 min, 3 days. */
export function span(seconds: number, t: TFunction): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return t("handovers.span.seconds", { s: whole });
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return t("handovers.span.minutes", { m: minutes });
  const hours = Math.round(minutes / 60);
  if (hours < 48) return t("handovers.span.hours", { h: hours });
  return t("handovers.span.days", { d: Math.round(hours / 24) });
}

const DAY_MS = 86_400_000;

/** Whole days until a moment; 0 when it is over. */
export function daysLeft(until: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now) / DAY_MS));
}

/** Characters as people count them: an emoji is one. */
export function letters(text: string): number {
  return [...text].length;
}
