import { ProblemError } from "@yutang/api";
import { troublesOf } from "../../../shared/troubles.ts";

export const useTrouble = troublesOf("segments");

export const typeOf = (error: unknown): string =>
  error instanceof ProblemError ? error.problem.type : "";

export const isForbidden = (error: unknown): boolean => typeOf(error) === "access.forbidden";

/** The engine does not answer: the rest of the product works. */
export const isAway = (error: unknown): boolean =>
  ["audience.away", "audience.slow", "audience.building"].includes(typeOf(error));

/** Where in the tree the server finds something wrong, and what. */
export function faultOf(error: unknown): { path: string; text: string } | undefined {
  if (!(error instanceof ProblemError) || error.problem.type !== "conditions.bad") return undefined;
  const fault = error.problem.errors?.[0];
  return { path: fault?.field ?? "", text: fault?.message ?? error.problem.detail };
}
