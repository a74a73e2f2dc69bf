import { ProblemError } from "@yutang/api";
import { useTranslation } from "react-i18next";
import "../../../shared/eventKinds.ts";

/** What went wrong in the reader's words; the server's own where there are none. */
export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t([`kinds.problems.${error.problem.type.replace(".", "_")}`, "kinds.problems.other"], {
          detail: error.problem.detail,
        })
      : t("common.offline");
}
