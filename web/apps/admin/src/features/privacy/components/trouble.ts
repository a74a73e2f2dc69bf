import { ProblemError } from "@yutang/api";
import { useTranslation } from "react-i18next";

/** What went wrong in the reader's words; the server's own words where there are none. */
export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t([`privacy.problems.${error.problem.type.replace(".", "_")}`, "privacy.problems.other"], {
          detail: error.problem.detail,
        })
      : t("common.offline");
}
