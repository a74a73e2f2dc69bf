import type { Test } from "../../api/tree.ts";
import type { FieldOffer } from "../../api/types.ts";

type Is = Test["is"];

/** Tests that ask no value. */
export const BARE: readonly Is[] = ["known", "absent", "empty", "unknown"];

/** How an attribute is tested where nobody chose yet. */
export function firstTest(offer: FieldOffer | undefined): Test {
  const is = (offer?.tests[0] ?? "known") as Is;
  if (BARE.includes(is)) return { is };
  return is === "within" ? { is, window: { kind: "sliding", days: 30 } } : { is, values: [] };
}
