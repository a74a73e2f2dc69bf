import { ProblemError } from "@yutang/api";
import { nothing, type Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Owner, State } from "../api/groups.ts";

/** What went wrong in the reader's words; the server's own words where there are none. */
export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t([`groups.problems.${error.problem.type.replace(".", "_")}`, "groups.problems.other"], {
          detail: error.problem.detail,
        })
      : t("groups.problems.offline");
}

/** The same for what is watched. */
export function useWatchWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const others = useWords();
  return (error) => {
    const key = error instanceof ProblemError ? error.problem.type.replace(".", "_") : "";
    return t([`groupwatch.problems.${key}`, ""]) || others(error);
  };
}

/** What a group is called; WeCom knows groups without a name. */
export function useGroupName(): (name: string) => string {
  const { t } = useTranslation();
  return (name) => name || t("groups.nameless");
}

/** Who owns a group, in a word. */
export function useOwnerName(): (owner: Owner | null) => string {
  const { t } = useTranslation();
  return (owner) => (owner ? owner.name || nothing : t("groups.ownerUnseen"));
}

export const tones: Record<State, Tone> = {
  normal: "ok",
  owner_left: "warn",
  in_handover: "info",
  handed_over: "ok",
  dismissed: "off",
};

/** +3, −2, and 0 without a sign. */
export const signed = (value: number, sign: "+" | "−") => (value === 0 ? "0" : `${sign}${value}`);
