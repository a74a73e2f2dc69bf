import { t } from "../../../shared/words.ts";
import type { Customer } from "../api/customers.ts";

/** A stage as the corp calls it, else in the reader's words. */
export function stageName(key: string, stages: Customer["stages"]): string {
  return stages.find((stage) => stage.key === key)?.name ?? t(`customer.stage.${key}`);
}
