import i18next from "i18next";

/** Words that come with what is loaded later, in both languages; at the latest with the language. */
export function learn(more: Record<"zh-CN" | "en", object>): void {
  const teach = () => {
    for (const [language, words] of Object.entries(more)) {
      i18next.addResourceBundle(language, "translation", words, true, true);
    }
  };
  if (i18next.isInitialized) teach();
  else i18next.on("initialized", teach);
}
