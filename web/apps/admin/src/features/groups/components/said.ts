import { useTranslation } from "react-i18next";
import type { Bilingual } from "../api/watch.ts";

/** A text of the server in the reader's language. */
export function useSaid(): (text: Bilingual) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.language === "en" ? text.en : text.zh);
}
