import type { Row, Set } from "../api/groups.ts";

/** What shall change on each: `keep` leaves it, `none` takes it away. */
export interface Wanted {
  kind: string;
  tier: string;
  add: string[];
  remove: string[];
}

export const NOTHING: Wanted = { kind: "keep", tier: "keep", add: [], remove: [] };

const valueOf = (chosen: string) => (chosen === "none" ? null : chosen);

/** As the API takes it: what is not sent stays as it is. */
export function setOf(wanted: Wanted): Set {
  return {
    ...(wanted.kind === "keep" ? {} : { kind: valueOf(wanted.kind) as Row["kind"] }),
    ...(wanted.tier === "keep" ? {} : { tier: valueOf(wanted.tier) as Row["tier"] }),
    labels_add: wanted.add,
    labels_remove: wanted.remove.filter((label) => !wanted.add.includes(label)),
  };
}

/** Which of the picked are another group afterwards, as far as they were when they were read. */
export function changedBy(wanted: Wanted, picked: readonly Row[]): Row[] {
  const set = setOf(wanted);
  return picked.filter(
    (row) =>
      (set.kind !== undefined && set.kind !== row.kind) ||
      (set.tier !== undefined && set.tier !== row.tier) ||
      set.labels_add?.some((label) => !row.labels.includes(label)) ||
      set.labels_remove?.some((label) => row.labels.includes(label)),
  );
}
