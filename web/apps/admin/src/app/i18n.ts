import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "../locales/en.json";
import zh from "../locales/zh-CN.json";

const KEPT = "yutang.language";

export type Language = "zh-CN" | "en";

function wanted(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(KEPT);
  return asked === "en" ? "en" : "zh-CN";
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
