import { ProblemError } from "@yutang/api";
import { useTranslation } from "react-i18next";
import { troublesOf } from "../../../shared/troubles.ts";

export const useTrouble = troublesOf("segments");

export const typeOf = (error: unknown): string =>
  error instanceof ProblemError ? error.problem.type : "";

/** The engine does not answer: the rest of the product works. */
export const isAway = (error: unknown): boolean =>
  ["audience.away", "audience.slow"].includes(typeOf(error));

const WHERE = /^condition ([\w.]+): (.*)$/s;

/** Where in the tree the server finds something wrong, and what. */
export function faultOf(error: unknown): { path: string; text: string } | undefined {
  if (!(error instanceof ProblemError) || error.problem.type !== "conditions.bad") return undefined;
  const found = WHERE.exec(error.problem.detail);
  return { path: found?.[1] ?? "", text: found?.[2] ?? error.problem.detail };
}

/** One sentence for what went wrong, in the reader's words where there are some. */
export function useFaultWords() {
  const { t } = useTranslation();
  return (text: string) => t("segments.faultOf", { text });
}
