import { ProblemError } from "@yutang/api";
import { t } from "../../../shared/words.ts";

/** Why it could not be done, in words. */
export function troubleOf(error: unknown): string {
  const key = error instanceof ProblemError ? error.problem.type.replaceAll(".", "_") : "failed";
  return t([`adds.tasks.problems.${key}`, "adds.tasks.failed"]);
}
