import type { TFunction } from "i18next";
import type { PhaseReason } from "../api/groups.ts";

const WHOLE = 1000;

/** At most one decimal, none where it would be 0. */
const percent = (share: number) => `${Math.round(share * WHOLE) / 10}%`;

/** One reason as a sentence with its figures. */
export function reasonOf(t: TFunction, reason: PhaseReason): string {
  const { code, days, joined, left, of } = reason;
  return t(`groups.reasons.${code}`, {
    days: days ?? 0,
    joined: joined ?? 0,
    left: left ?? 0,
    of: of ?? 0,
    share: percent(of ? (left ?? 0) / of : 0),
  });
}

export function reasonsOf(t: TFunction, reasons: readonly PhaseReason[]): string {
  return reasons.map((one) => reasonOf(t, one)).join(t("groups.reasons.and"));
}
