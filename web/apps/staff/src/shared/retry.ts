import { ProblemError } from "@yutang/api";

/** A refusal stays one; a lost connection is tried once more. */
export function retryOnce(failures: number, error: Error): boolean {
  return failures < 1 && !(error instanceof ProblemError && error.problem.status < 500);
}
