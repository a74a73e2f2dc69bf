import { useTranslation } from "react-i18next";
import en from "../../../locales/en/later-greetings.json";
import zh from "../../../locales/zh-CN/later-greetings.json";
import { learn } from "../../../shared/learn.ts";
import { troublesOf } from "../../../shared/troubles.ts";
import type { Greeting } from "../api/greetings.ts";

learn({ "zh-CN": zh, en });

/** What went wrong in the reader's words; the server's own where there are none. */
export const useWords = troublesOf("greetings");

/** Whose it is, and when and for whom, each in a line. */
export function usePhrases() {
  const { t } = useTranslation();
  return {
    reach: (one: Greeting): string =>
      one.reach === "corp"
        ? t("greetings.reach.corp")
        : (one.department ?? one.channel)?.name || t("greetings.reach.gone"),
    when: (one: Pick<Greeting, "hours" | "standing">): string => {
      const { hours, standing } = one;
      const span = hours ? t("greetings.when.span", hours) : t("greetings.when.always");
      return standing === "any"
        ? span
        : t("greetings.when.both", { span, who: t(`greetings.standing.${standing}`) });
    },
    /** Its first words, else what it carries. */
    gist: (one: Greeting): string =>
      one.content.text ||
      (one.content.attachments ?? []).map((part) => t(`greetings.kinds.${part.kind}`)).join(" · "),
  };
}
