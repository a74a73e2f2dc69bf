import { count, nothing } from "@yutang/ui";
import type { TFunction } from "i18next";
import type { Import, Subject } from "../api/imports.ts";

const FOUND: Record<Subject, string> = {
  members: "imports.foundShort",
  orders: "imports.foundOrders",
  events: "imports.foundEvents",
};

/** What a dry run found, in a few words. */
export function foundOf(one: Import, t: TFunction): string | null {
  return (
    one.found &&
    t(FOUND[one.subject], {
      would: count(one.found.created + one.found.changed),
      refused: count(one.found.refused),
    })
  );
}

/** 640 B, 12 KB, 3.4 MB, 1.2 GB. */
export function size(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  let value = bytes;
  let place = 0;
  while (value >= 1024 && place < units.length - 1) {
    value /= 1024;
    place += 1;
  }
  return `${place === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${units[place]}`;
}

/** What is left in words: seconds, minutes, or hours and minutes. */
export function left(milliseconds: number, t: TFunction): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return t("imports.left.seconds", { count: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t("imports.left.minutes", { count: minutes });
  return t("imports.left.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** How far the present step is in percent; null where its end is not known. */
export function percent(one: Pick<Import, "step" | "place" | "staged">): number | null {
  if (one.step === null || one.step === "reading" || one.staged === 0) return null;
  return Math.floor((one.place / one.staged) * 100);
}

/** What came of an import, or would; in a few words. */
export function resultOf(one: Import, t: TFunction): string {
  const share = percent(one);
  const found = foundOf(one, t);
  if (one.state === "checked" && found) return found;
  if (share !== null) return `${share}%`;
  if (one.state === "uploaded" || one.total === null) return nothing;
  if (one.subject === "events")
    return t("imports.doneEvents", { created: count(one.created), refused: count(one.refused) });
  return t("imports.doneShort", {
    created: count(one.created),
    changed: count(one.changed),
    refused: count(one.refused),
  });
}

export function rate(perSecond: number | null, t: TFunction): string {
  return perSecond === null
    ? nothing
    : t("imports.rate", { shown: count(Math.max(1, Math.round(perSecond))) });
}
