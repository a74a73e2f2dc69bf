import type { TFunction } from "i18next";

/** A length of time in words; of more than a minute seconds are too fine. */
export function span(milliseconds: number, t: TFunction): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return t("sync.span.seconds", { s: seconds });
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 60) return t("sync.span.minutes", { m: minutes });
  return t("sync.span.hours", { h: Math.floor(minutes / 60), m: minutes % 60 });
}

/**
 * How far, in whole per cent; null before anybody knows how much there is, and until the first
 * members are through: in a small company they all end together.
 */
export function percentOf({
  done,
  total,
  state,
}: {
  done: number;
  total: number | null;
  state: string;
}) {
  if (state === "ended") return 100;
  return total && done > 0 ? Math.min(100, Math.floor((done / total) * 100)) : null;
}
