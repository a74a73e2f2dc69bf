import i18next from "i18next";
import { initReactI18next } from "react-i18next";

/** Each file of a language holds the words of one feature under its own key; `later-*` come with it. */
function merged(files: Record<string, { default: object }>): object {
  return Object.assign({}, ...Object.values(files).map((file) => file.default));
}

const zh = merged(
  import.meta.glob(["../locales/zh-CN/*.json", "!../locales/zh-CN/later-*.json"], { eager: true }),
);
const en = merged(
  import.meta.glob(["../locales/en/*.json", "!../locales/en/later-*.json"], { eager: true }),
);
const KEPT = "yutang.language";

export type Language = "zh-CN" | "en";

function wanted(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  // An address that names a language chooses it for the pages after it too.
  if (asked !== null) localStorage.setItem(KEPT, asked);
  return (asked ?? localStorage.getItem(KEPT)) === "en" ? "en" : "zh-CN";
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: wanted(),
    fallbackLng: false,
    resources: { "zh-CN": { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
