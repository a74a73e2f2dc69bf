import dayjs from "dayjs";
import { day, id, oneOf } from "../../../shared/address.ts";
import { DIMENSIONS, type Dimension, type Filter } from "../api/growth.ts";

export const TILES = ["adds", "firsts", "stayed", "lost"] as const;
export type Tile = (typeof TILES)[number];
export const TABS = ["report", "attribution"] as const;
export type Tab = (typeof TABS)[number];
export const SPANS = [7, 30, 90] as const;

/** The address: every part may be missing or wrong. */
export interface Search {
  from?: string | undefined;
  to?: string | undefined;
  staff?: number | undefined;
  department?: number | undefined;
  channel?: number | undefined;
  store?: number | undefined;
  by?: Dimension | undefined;
  tile?: Tile | undefined;
  tab?: Tab | undefined;
}

export function parseSearch(search: Record<string, unknown>): Search {
  return {
    from: day(search.from),
    to: day(search.to),
    staff: id(search.staff),
    department: id(search.department),
    channel: id(search.channel),
    store: id(search.store),
    by: oneOf(search.by, DIMENSIONS),
    tile: oneOf(search.tile, TILES),
    tab: oneOf(search.tab, TABS),
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
  const { staff, department, channel, store } = search;
  return { from: first, to: last, staff, department, channel, store };
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
