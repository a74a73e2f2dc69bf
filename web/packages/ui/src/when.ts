import { shortMoment } from "./format.ts";

export interface WhenWords {
  justNow: string;
  minutesAgo: (minutes: number) => string;
  today: (time: string) => string;
  yesterday: (time: string) => string;
}

const MINUTE_MS = 60_000;

/** The calendar day of a moment in a zone, as 2026-11-22. */
export function dayOf(moment: string | Date, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(
    new Date(moment),
  );
}

function time(moment: Date, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(moment);
}

/** Just now, 12 minutes ago, today 14:32, yesterday 09:05, 11-08 14:32, 2025-11-08. */
export function when(moment: string | Date, zone: string, words: WhenWords, now = new Date()) {
  const then = new Date(moment);
  const minutes = Math.floor((now.getTime() - then.getTime()) / MINUTE_MS);
  if (minutes >= 0 && minutes < 1) return words.justNow;
  if (minutes >= 1 && minutes < 60) return words.minutesAgo(minutes);
  const day = dayOf(then, zone);
  if (day === dayOf(now, zone)) return words.today(time(then, zone));
  if (day === dayOf(new Date(now.getTime() - 24 * 60 * MINUTE_MS), zone)) {
    return words.yesterday(time(then, zone));
  }
  return day.slice(0, 4) === dayOf(now, zone).slice(0, 4) ? shortMoment(then, zone) : day;
}

/** What a day's title is made of, in the reader's language. */
export function dayParts(moment: string | Date, zone: string, language: string) {
  const then = new Date(moment);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(then);
  const [, month = "", day = ""] = dayOf(then, zone).split("-");
  return {
    month: Number(month),
    day: Number(day),
    weekday: part({ weekday: "short" }),
    monthName: part({ month: "short" }),
  };
}

/** Hour and minute in the zone. */
export function hourMinute(moment: string | Date, zone: string): string {
  return time(new Date(moment), zone);
}
