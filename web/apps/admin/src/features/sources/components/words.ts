import { ProblemError } from "@yutang/api";
import { useTranslation } from "react-i18next";
import en from "../../../locales/en/later-sources.json";
import zh from "../../../locales/zh-CN/later-sources.json";
import { learn } from "../../../shared/learn.ts";

learn({ "zh-CN": zh, en });

/** What went wrong in the reader's words; the server's own where there are none. */
export function useTrouble(): (error: unknown) => string | undefined {
  const { t } = useTranslation();
  return (error) => {
    if (!error) return undefined;
    if (!(error instanceof ProblemError)) return t("common.offline");
    const [, word = ""] = error.problem.type.split("collect.");
    return t([`sources.problems.${word || "other"}`, "sources.problems.other"], {
      detail: error.problem.detail,
    });
  };
}

/** Why a message was refused, and what to do. */
export function useReason(): (reason: string, words: string) => string {
  const { t } = useTranslation();
  return (reason, words) =>
    t([`sources.reasons.${reason}`, "sources.reasons.other"], { reason, words });
}
