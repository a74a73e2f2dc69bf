import { ProblemError } from "@yutang/api";
import type { Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Owner, ReachNamed, Reply, Welcome } from "../api/groupcare.ts";

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

/** Which groups, in a line. */
export function useReachWords(): (reach: ReachNamed) => string {
  const { t } = useTranslation();
  const comma = t("common.comma");
  return (reach) => {
    const names = {
      all: [] as string[],
      owners: (reach.owners ?? []).map((one) => one.name),
      kinds: (reach.kinds ?? []).map((one) => t(`groups.kinds.${one}`)),
      tiers: (reach.tiers ?? []).map((one) => t(`groups.tiers.${one}`)),
      groups: (reach.picked ?? []).map((one) => one.name || t("groups.nameless")),
    }[reach.by];
    return reach.by === "all"
      ? t("groupcare.reach.all")
      : t(`groupcare.reach.of.${reach.by}`, { names: names.join(comma) });
  };
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
