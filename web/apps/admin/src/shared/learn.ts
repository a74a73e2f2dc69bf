import i18next from "i18next";

/** Words that come with what is loaded later, in both languages. */
export function learn(more: Record<"zh-CN" | "en", object>): void {
  for (const [language, words] of Object.entries(more)) {
    i18next.addResourceBundle(language, "translation", words, true, true);
  }
}
