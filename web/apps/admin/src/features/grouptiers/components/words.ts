import { ProblemError } from "@yutang/api";
import type { Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Invitation, InviteeState } from "../api/tiers.ts";

/** What went wrong in the reader's words; the server's own where there are none. */
export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t(
          [
            `grouptiers.problems.${error.problem.type.replace(".", "_")}`,
            "grouptiers.problems.other",
          ],
          { detail: error.problem.detail },
        )
      : t("common.offline");
}

export const stateTones: Record<Invitation["state"], Tone> = {
  preparing: "info",
  running: "ok",
  stopped: "warn",
  ended: "off",
  failed: "bad",
};

export const inviteeTones: Record<InviteeState, Tone> = {
  waiting: "off",
  asked: "info",
  sent: "info",
  joined: "ok",
  joined_otherwise: "ok",
  left_again: "warn",
  skipped: "off",
  expired: "off",
};
