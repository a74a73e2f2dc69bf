import { ProblemError } from "@yutang/api";
import type { Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import en from "../../../locales/en/later-gifts.json";
import zh from "../../../locales/zh-CN/later-gifts.json";
import { learn } from "../../../shared/learn.ts";
import type { Phase } from "../api/gifts.ts";

learn({ "zh-CN": zh, en });

/** What went wrong in the reader's words; the server's own where there are none. */
export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t([`gifts.problems.${error.problem.type.replace(".", "_")}`, "gifts.problems.other"], {
          detail: error.problem.detail,
        })
      : t("common.offline");
}

export const phaseTones: Record<Phase, Tone> = {
  draft: "off",
  scheduled: "info",
  running: "ok",
  sold_out: "warn",
  ended: "off",
  stopped: "off",
};
