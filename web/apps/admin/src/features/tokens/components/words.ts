import { ProblemError } from "@yutang/api";
import { useTranslation } from "react-i18next";

const TOLD: readonly string[] = ["too_wide", "too_many", "unknown_scope", "unknown"];

/** What a permission allows, as the roles' page words it. */
export function usePermissionName(): (name: string) => string {
  const { t } = useTranslation();
  return (name) =>
    t([`people.permissions.${name.replace(".", "_")}`, "people.permissions.other"], { what: name });
}

/** Why a token could not be made or revoked. */
export function useTrouble(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ProblemError)) return t("common.offline");
    const [, word = ""] = error.problem.type.split("tokens.");
    return TOLD.includes(word)
      ? t(`tokens.troubles.${word}`)
      : t("tokens.troubles.other", { detail: error.problem.detail });
  };
}
