import type { Subject, Target } from "../api/imports.ts";

const TIMES = ["placed_at", "paid_at", "shipped_at", "completed_at", "cancelled_at"];
const MONEY = ["amount", "row_amount", "price"];

export type Lacking =
  | "identity"
  | "number"
  | "time"
  | "money"
  | "both"
  | "bothRefunds"
  | "kind"
  | "at"
  | "who";

/** What a mapping has to have yet before its rows can be understood; null: nothing. */
export function lackingOf(
  subject: Subject,
  chosen: readonly string[],
  targets: readonly Pick<Target, "key" | "identity">[],
  /** What happened in every row, where one thing was chosen for the whole file. */
  kind?: string | null,
): Lacking | null {
  const has = (keys: readonly string[]) => keys.some((key) => chosen.includes(key));
  if (subject === "events") {
    if (!has(["kind"]) && !kind) return "kind";
    if (!has(["at"])) return "at";
    return has(targets.filter((one) => one.identity).map((one) => one.key)) ? null : "who";
  }
  if (subject === "members")
    return has(targets.filter((one) => one.identity).map((one) => one.key)) ? null : "identity";
  if (!has(["number"])) return "number";
  if (!has(TIMES)) return "time";
  if (!has(MONEY)) return "money";
  if (chosen.includes("amount") && chosen.includes("row_amount")) return "both";
  if (chosen.includes("refund") && chosen.includes("row_refund")) return "bothRefunds";
  return null;
}
