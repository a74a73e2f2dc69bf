import { count } from "@yutang/ui";
import type { TFunction } from "i18next";
import en from "../../../locales/en/later-log.json";
import zh from "../../../locales/zh-CN/later-log.json";
import { learn } from "../../../shared/learn.ts";
import type { Family, Log } from "../api/log.ts";

learn({ "zh-CN": zh, en });

const KILO = 1000;
const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** About how many bytes, with three figures at most. */
export function size(bytes: number): string {
  let left = bytes;
  let unit = 0;
  while (left >= KILO && unit < UNITS.length - 1) {
    left /= KILO;
    unit += 1;
  }
  return `${left < 10 && unit > 0 ? left.toFixed(1) : count(Math.round(left))} ${UNITS[unit]}`;
}

/** A family or kind in the reader's words; a kind of somebody's own under its own name. */
export function nameOf(family: string, t: TFunction): string {
  return t([`log.names.${family.replace(".", "_")}`, "log.names.own"], { name: family });
}

export function keptFor(family: Family, t: TFunction): string {
  return family.months === null
    ? t("log.keep.always")
    : t("log.keep.months", { count: family.months, shown: count(family.months) });
}

/** Events are counted at night: before the first one comes nobody knows how many there are. */
export const isCounted = (log: Log) => log.months.length > 0;

/** The page's answer: what is wrong first, else how much there is. */
export function verdict(log: Log, t: TFunction): { calm: boolean; text: string } {
  const { held } = log.reading;
  if (held !== null) {
    const minutes = held.seconds === null ? null : Math.max(1, Math.round(held.seconds / 60));
    return {
      calm: false,
      text:
        minutes === null
          ? t("log.verdict.heldUnknown")
          : t("log.verdict.held", { count: minutes, shown: count(minutes) }),
    };
  }
  if (log.months_ahead < 1) return { calm: false, text: t("log.verdict.short") };
  const late = log.reading.readers.filter((reader) => reader.at_least);
  if (late.length > 0) {
    return { calm: false, text: t("log.verdict.behind", { count: late.length }) };
  }
  if (!isCounted(log)) return { calm: true, text: t("log.verdict.uncounted") };
  const rows = log.months.reduce((sum, month) => sum + month.rows + month.cold_rows, 0);
  return { calm: true, text: t("log.verdict.calm", { shown: count(rows) }) };
}
