import { dayOf } from "@yutang/ui";
import { day, id, text } from "../../../shared/address.ts";
import { type Filter, STATES } from "../api/todos.ts";

export const TABS = ["list", "members"] as const;
export type Tab = (typeof TABS)[number];

/** The address: every part may be missing or wrong. */
export interface Search extends Omit<Filter, "state"> {
  state?: Filter["state"] | undefined;
  tab?: Tab | undefined;
  after?: string | undefined;
  peek?: number | undefined;
}

const yes = (value: unknown) => (value === true || value === "true" ? (true as const) : undefined);

export function parseSearch(search: Record<string, unknown>): Search {
  const from = day(search.from);
  const to = day(search.to);
  const turned = from && to && from > to;
  return {
    state: STATES.find((one) => one === search.state),
    kind: text(search.kind, 40),
    overdue: yes(search.overdue),
    escalated: yes(search.escalated),
    pooled: yes(search.pooled),
    priority: ([1, 2] as const).find((one) => one === Number(search.priority)),
    staff: id(search.staff),
    department: id(search.department),
    store: id(search.store),
    from: turned ? to : from,
    to: turned ? from : to,
    q: text(search.q, 60),
    tab: TABS.find((one) => one === search.tab),
    after: text(search.after, 100),
    peek: id(search.peek),
  };
}

export function filterOf(search: Search): Filter {
  const { tab: _tab, after: _after, peek: _peek, state, ...rest } = search;
  return { ...rest, state: state ?? "open" };
}

export const TILES = ["open", "overdue", "today", "escalated", "pooled", "done"] as const;
export type Tile = (typeof TILES)[number];

/** What a tile asks for; whose tasks is left as it is. */
export function asked(tile: Tile, filter: Filter, zone: string, now = new Date()): Filter {
  const { staff, department, store } = filter;
  const today = dayOf(now, zone);
  const bare: Filter = { state: "open", staff, department, store };
  switch (tile) {
    case "overdue":
      return { ...bare, overdue: true };
    case "today":
      return { ...bare, from: today, to: today };
    case "escalated":
      return { ...bare, escalated: true };
    case "pooled":
      return { ...bare, pooled: true };
    case "done":
      return { ...bare, state: "done" };
    default:
      return bare;
  }
}

const plain = (filter: Filter) =>
  JSON.stringify(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );

/** Which tile shows exactly this. */
export function tileOf(filter: Filter, zone: string, now = new Date()): Tile | undefined {
  return TILES.find((tile) => plain(asked(tile, filter, zone, now)) === plain(filter));
}

const MINUTE_MS = 60_000;

/** How late something is, in the largest whole unit. */
export function lateness(
  due: string,
  now: string,
): { unit: "minutes" | "hours" | "days"; n: number } {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(due)) / MINUTE_MS));
  if (minutes < 60) return { unit: "minutes", n: Math.max(1, minutes) };
  if (minutes < 24 * 60) return { unit: "hours", n: Math.floor(minutes / 60) };
  return { unit: "days", n: Math.floor(minutes / (24 * 60)) };
}
