import { useTranslation } from "react-i18next";
import { when } from "./when.ts";

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
