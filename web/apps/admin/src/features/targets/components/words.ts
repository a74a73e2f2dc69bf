import { ProblemError } from "@yutang/api";
import { useTranslation } from "react-i18next";
import en from "../../../locales/en/later-targets.json";
import zh from "../../../locales/zh-CN/later-targets.json";
import { learn } from "../../../shared/learn.ts";

learn({ "zh-CN": zh, en });

/** What went wrong in the reader's words; the server's own where there are none. */
export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t([`targets.problems.${error.problem.type.replace(".", "_")}`, "targets.problems.other"], {
          detail: error.problem.detail,
        })
      : t("common.offline");
}
