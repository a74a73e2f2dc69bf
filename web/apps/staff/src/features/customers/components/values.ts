import { nothing } from "@yutang/ui";
import { t } from "../../../shared/words.ts";
import type { Field, Raw } from "../api/customers.ts";

type Definition = Pick<Field["field"], "kind" | "options" | "unit">;

/** A value in words: options by their labels, yes and no in the reader's language. */
export function told(field: Definition, value: string | string[] | null | undefined): string {
  if (value === null || value === undefined || value.length === 0) return nothing;
  if (Array.isArray(value)) return value.map((one) => labelOf(field, one)).join(" · ");
  if (field.kind === "yes_no") return t(value === "yes" ? "customer.yes" : "customer.no");
  if (field.kind === "one_of") return labelOf(field, value);
  if (field.kind === "money") return `¥${Number(value).toLocaleString("en-US", MONEY)}`;
  return field.unit ? `${value} ${field.unit}` : value;
}

const MONEY = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

function labelOf(field: Definition, key: string): string {
  return field.options.find((option) => option.key === key)?.label ?? key;
}

export const isEmpty = (value: Raw | undefined): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);
