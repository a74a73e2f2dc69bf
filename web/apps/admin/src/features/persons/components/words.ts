import { ProblemError } from "@yutang/api";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import en from "../../../locales/en/later-persons.json";
import zh from "../../../locales/zh-CN/later-persons.json";
import { learn } from "../../../shared/learn.ts";

learn({ "zh-CN": zh, en });

/** What went wrong in the reader's words; the server's own where there are none. */
export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t([`persons.problems.${error.problem.type.replace(".", "_")}`, "persons.problems.other"], {
          detail: error.problem.detail,
        })
      : t("common.offline");
}

/** Who is meant, with a name or without. */
export const called = (t: TFunction, one: { id: number; name: string }): string =>
  one.name || t("persons.nameless", { id: one.id });

/** Where news came from: `collect:3:msg` and the like. */
export function saidBy(t: TFunction, said: string): string {
  const [kind = "", source = "", ...rest] = said.split(":");
  return t([`persons.said.${kind}`, "persons.said.other"], {
    source,
    message: rest.join(":"),
    said,
  });
}
