import { ProblemError } from "@yutang/api";
import { useTranslation } from "react-i18next";

/** The hook for a feature's troubles: said in its own words, else in the server's. */
export function troublesOf(feature: string) {
  return function useWords(): (error: unknown) => string {
    const { t } = useTranslation();
    return (error) =>
      error instanceof ProblemError
        ? t(
            [
              `${feature}.problems.${error.problem.type.replaceAll(".", "_")}`,
              `${feature}.problems.other`,
            ],
            { detail: error.problem.detail },
          )
        : t("common.offline");
  };
}

/** The server's own words, where a feature has none. */
export function useDetail(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => (error instanceof ProblemError ? error.problem.detail : t("common.offline"));
}
