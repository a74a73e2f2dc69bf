import { ProblemError } from "@yutang/api";
import type { Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import en from "../../../locales/en/later-groupcodes.json";
import zh from "../../../locales/zh-CN/later-groupcodes.json";
import { learn } from "../../../shared/learn.ts";
import type { Code, Picture, Standing } from "../api/groupCodes.ts";

learn({ "zh-CN": zh, en });

export const statusTones: Record<Code["status"], Tone> = {
  idle: "off",
  making: "info",
  active: "ok",
  updating: "info",
  failed: "bad",
  deleting: "warn",
  deleted: "off",
};
export const standingTones: Record<Standing, Tone> = {
  open: "ok",
  full: "off",
  paused: "warn",
  gone: "off",
};
export const pictureTones: Record<Picture["state"], Tone> = {
  current: "ok",
  waiting: "info",
  full: "off",
  expired: "off",
};

/** What went wrong in the reader's words; the server's own where there are none. */
export function useProblem(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t(
          [
            `groupcodes.problems.${error.problem.type.replace("groupcodes.", "")}`,
            "groupcodes.problems.other",
          ],
          { detail: error.problem.detail },
        )
      : t("common.offline");
}

/** Will a group run out: in one line, with its tone. */
export function useLeft(): (code: Code) => { tone: Tone; word: string } {
  const { t } = useTranslation();
  return (code) => {
    const told = { groups: code.groups.open, places: code.places_left };
    if (code.opens === "wecom" && code.config_id)
      return { tone: "ok", word: t("groupcodes.left.endless") };
    if (code.groups.all === 0) return { tone: "off", word: t("groupcodes.left.none") };
    if (code.groups.open === 0)
      return { tone: "bad", word: t(`groupcodes.left.out_${code.shows}`) };
    return { tone: code.warned ? "warn" : "ok", word: t("groupcodes.left.places", told) };
  };
}
