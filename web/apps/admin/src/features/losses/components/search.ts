import dayjs from "dayjs";
import { day, id, oneOf } from "../../../shared/address.ts";
import { type Filter, WHATS } from "../api/losses.ts";

export const TABS = ["list", "staff", "silence"] as const;
export type Tab = (typeof TABS)[number];
export const SPANS = [7, 30, 90] as const;

/** The address: every part may be missing or wrong. */
export interface Search {
  from?: string | undefined;
  to?: string | undefined;
  what?: Filter["what"] | undefined;
  by?: Filter["by"];
  staff?: number | undefined;
  department?: number | undefined;
  channel?: number | undefined;
  back?: Filter["back"];
  tab?: Tab | undefined;
  after?: string | undefined;
}

export function parseSearch(search: Record<string, unknown>): Search {
  return {
    from: day(search.from),
    to: day(search.to),
    what: oneOf(search.what, WHATS),
    by: oneOf(search.by, ["customer", "staff"] as const),
    staff: id(search.staff),
    department: id(search.department),
    channel: id(search.channel),
    back: oneOf(search.back, ["yes", "no"] as const),
    tab: oneOf(search.tab, TABS),
    after: typeof search.after === "string" ? search.after : undefined,
  };
}

/** The corp's day, so many days back. */
export function dayBack(now: Date, zone: string, back: number): string {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(
    now,
  );
  return dayjs(today).subtract(back, "day").format("YYYY-MM-DD");
}

/** What is asked: without days the last 30, today included; a span the wrong way round turned. */
export function filterOf(search: Search, now: Date, zone: string): Filter {
  const to = search.to ?? dayBack(now, zone, 0);
  const from = search.from ?? dayjs(to).subtract(29, "day").format("YYYY-MM-DD");
  const [first, last] = from <= to ? [from, to] : [to, from];
  return {
    from: first,
    to: last,
    what: search.what ?? "relations",
    by: search.by,
    staff: search.staff,
    department: search.department,
    channel: search.channel,
    back: search.back,
  };
}

/** How many days a span holds, both ends counted. */
export function daysIn(filter: Pick<Filter, "from" | "to">): number {
  return dayjs(filter.to).diff(dayjs(filter.from), "day") + 1;
}

/** Which of the offered spans this is, if it ends today. */
export function spanOf(filter: Filter, now: Date, zone: string): number | undefined {
  if (filter.to !== dayBack(now, zone, 0)) return undefined;
  const days = daysIn(filter);
  return SPANS.find((one) => one === days);
}

/** Whole days between two moments. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
