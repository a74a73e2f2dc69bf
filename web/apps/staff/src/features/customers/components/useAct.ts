import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ProblemError } from "@yutang/api";
import { t } from "../../../shared/words.ts";

/** Something a member does with the customer; what is shown is asked anew when it is done. */
export function useAct<T>(
  externalId: string,
  act: (given: T) => Promise<unknown>,
  onDone?: () => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => onDone?.(),
    onSettled: () => queries.invalidateQueries({ queryKey: ["customer", externalId] }),
  });
}

/** Why it could not be done, in words. */
export function problemOf(error: unknown): string {
  if (error instanceof ProblemError) {
    const key = error.problem.type.replaceAll(".", "_");
    return t([`customer.problems.${key}`, "customer.problems.other"], {
      detail: error.problem.detail,
    });
  }
  return t("customer.problems.offline");
}
