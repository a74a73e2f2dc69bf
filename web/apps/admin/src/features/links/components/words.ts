import { ProblemError } from "@yutang/api";
import type { Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import en from "../../../locales/en/later-links.json";
import zh from "../../../locales/zh-CN/later-links.json";
import { learn } from "../../../shared/learn.ts";
import type { Link } from "../api/links.ts";

learn({ "zh-CN": zh, en });

const CENTS = 100;

export const tones: Record<Link["status"], Tone> = {
  creating: "info",
  active: "ok",
  updating: "info",
  failed: "bad",
  deleting: "warn",
  deleted: "off",
};

/** What went wrong in the reader's words; the server's own where there are none. */
export function useTrouble(): (error: unknown) => string | undefined {
  const { t } = useTranslation();
  return (error) => {
    if (error === null || error === undefined) return undefined;
    if (!(error instanceof ProblemError)) return t("common.offline");
    return t([`links.problems.${error.problem.type.replace(".", "_")}`, "links.problems.other"], {
      detail: error.problem.detail,
    });
  };
}

/** Cents as people write money. */
export function money(cents: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "currency", currency: "CNY" }).format(
    cents / CENTS,
  );
}
