import { ProblemError } from "@yutang/api";
import { useTranslation } from "react-i18next";
import type { Kind } from "../api/todos.ts";

/** What went wrong in the reader's words; the server's own words where there are none. */
export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t([`todos.problems.${error.problem.type.replace(".", "_")}`, "todos.problems.other"], {
          detail: error.problem.detail,
        })
      : t("todos.problems.offline");
}

/** A kind in the reader's language. */
export function useKindName(): (name: Kind["name"]) => string {
  const { i18n } = useTranslation();
  return (name) => (i18n.language === "en" ? name.en : name.zh);
}
