import type { Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import en from "../../../locales/en/later-grouprules.json";
import zh from "../../../locales/zh-CN/later-grouprules.json";
import { learn } from "../../../shared/learn.ts";
import { troublesOf } from "../../../shared/troubles.ts";
import type { Breach, Fit, Form, Said, Standing } from "../api/grouprules.ts";

learn({ "zh-CN": zh, en });

/** What went wrong in the reader's words; the server's own where there are none. */
export const useWords = troublesOf("grouprules");

/** The one of both languages that the reader speaks. */
export function useSaid(): (said: Said) => string {
  const { i18n } = useTranslation();
  return (said) => (i18n.language === "en" ? said.en : said.zh);
}

/** A form of nicknames as it looks, and one that fits. */
export function useFormWords(): (form: Form) => { shown: string; example: string } {
  const { t } = useTranslation();
  return ({ parts, separator = "-" }) => {
    const sign = separator === "any" ? "-" : separator;
    return {
      shown: parts.map((part) => t(`grouprules.parts.${part}`)).join(sign),
      example: parts.map((part) => t(`grouprules.examples.${part}`)).join(sign),
    };
  };
}

export const noticeTones: Record<Standing["notice"], Tone> = {
  same: "ok",
  differs: "warn",
  empty: "warn",
  unknown: "off",
  off: "off",
};

export const nameTones: Record<Standing["name_state"], Tone> = {
  right: "ok",
  wrong: "warn",
  unknown: "off",
  no_number: "info",
  no_store: "info",
  off: "off",
};

export const fitTones: Record<Fit, Tone> = { fits: "ok", differs: "warn", nameless: "off" };

export const breachTones: Record<Breach["state"], Tone> = {
  told: "info",
  to_remove: "warn",
  removed: "ok",
  forgiven: "off",
};
