import { dayParts, when } from "@yutang/ui";

/**
 * The words of the app, in i18next's files and by its rules of keys, values and plural forms.
 * The library itself weighs 17 kB of the 110 kB that a first page may have on a phone.
 */
export type Words = { [key: string]: string | Words };
type Values = Record<string, string | number>;

// One visit speaks one language: the other is not loaded.
const languages: Record<string, () => Promise<{ default: Words }>> = {
  "zh-CN": () => import("../locales/zh-CN.ts"),
  en: () => import("../locales/en.ts"),
};

let spokenWords: Words = {};
let language = "zh-CN";

/** Load and speak this language from now on: English where it is asked for, else Chinese. */
export async function speak(asked: string): Promise<string> {
  language = asked.startsWith("en") ? "en" : "zh-CN";
  spokenWords = (await languages[language]?.())?.default ?? {};
  return language;
}

/** Words that come with what only a tap opens, in both languages; after the first ones. */
export function learn(more: Record<string, Words>): void {
  spokenWords = { ...spokenWords, ...more[language] };
}

export const spoken = (): string => language;

interface Said {
  zh: string;
  en: string;
}

/** What the server says in each language, in the spoken one. */
export function inWords(said: Said): string;
export function inWords(said: Said | null | undefined): string | undefined;
export function inWords(said: Said | null | undefined): string | undefined {
  return said?.[language === "en" ? "en" : "zh"];
}

function find(key: string): string | undefined {
  let found: string | Words | undefined = spokenWords;
  for (const part of key.split(".")) {
    found = typeof found === "object" ? found[part] : undefined;
  }
  return typeof found === "string" ? found : undefined;
}

/** The words of the first key that has some, with values in their places; the key where none has. */
export function t(keys: string | string[], values: Values = {}): string {
  const all = typeof keys === "string" ? [keys] : keys;
  const form =
    typeof values.count === "number" ? new Intl.PluralRules(language).select(values.count) : "";
  for (const key of all) {
    const words = (form && find(`${key}_${form}`)) || find(key);
    if (words !== undefined) {
      return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
    }
  }
  return all[all.length - 1] ?? "";
}

export const has = (key: string): boolean => find(key) !== undefined;

/** A moment as people say it: 12 minutes ago, today 14:32, 11-08 14:32. */
export function whenSaid(moment: string, zone: string): string {
  return when(moment, zone, {
    justNow: t("common.when.justNow"),
    minutesAgo: (minutes) => t("common.when.minutesAgo", { count: minutes }),
    today: (time) => t("common.when.today", { time }),
    yesterday: (time) => t("common.when.yesterday", { time }),
  });
}

/** A calendar day (2026-11-22) with its weekday. */
export function dayTitle(day: string): string {
  return t("common.dayTitle", dayParts(`${day}T12:00:00Z`, "UTC", language));
}
