import { useTranslation } from "react-i18next";
import { dayParts, when } from "./when.ts";

/** `when` in the reader's words, from `common.when` of the app's locales. */
export function useWhen(zone: string): (moment: string | Date) => string {
  const { t } = useTranslation();
  return (moment) =>
    when(moment, zone, {
      justNow: t("common.when.justNow"),
      minutesAgo: (minutes) => t("common.when.minutesAgo", { count: minutes }),
      today: (time) => t("common.when.today", { time }),
      yesterday: (time) => t("common.when.yesterday", { time }),
    });
}

/** A day with its weekday as the language writes it, from `common.dayTitle`. */
export function useDayTitle(zone: string): (moment: string | Date) => string {
  const { t, i18n } = useTranslation();
  return (moment) => t("common.dayTitle", dayParts(moment, zone, i18n.language));
}
