import { ProblemError } from "@yutang/api";
import type { Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Owner, Reply, Welcome } from "../api/groupcare.ts";

/** What went wrong in the reader's words; the server's own where there are none. */
export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t(
          [
            `groupcare.problems.${error.problem.type.replace(".", "_")}`,
            "groupcare.problems.other",
          ],
          { detail: error.problem.detail },
        )
      : t("common.offline");
}

export const statusTones: Record<Welcome["status"], Tone> = {
  creating: "info",
  active: "ok",
  updating: "info",
  failed: "bad",
  gone: "bad",
  deleting: "info",
  deleted: "off",
};

export const standingTones: Record<Owner["standing"], Tone> = {
  waiting: "warn",
  applied: "ok",
  dropped: "off",
  owner_left: "bad",
  not_asked: "info",
};

export const replyTones: Record<Reply["state"], Tone> = {
  not_entered: "info",
  entered: "ok",
  changed: "warn",
  to_remove: "warn",
};
