import dayjs from "dayjs";
import {
  type Filter,
  KINDS,
  listed,
  type MemberFilter,
  OWN,
  PHASES,
  ROLES,
  type Several,
  SORTS,
  STATES,
  TIERS,
} from "../api/groups.ts";

/** The address of the list: every part may be missing or wrong. */
export const LISTS = ["groups", "subs", "renewals"] as const;
export type List = (typeof LISTS)[number];

export interface ListSearch extends Filter {
  list?: List | undefined;
  /** Of which head owner the sub-owners are shown. */
  head?: number | undefined;
  after?: string | undefined;
}

function whole(value: unknown, least = 1): number | undefined {
  const number = value === undefined || value === "" ? Number.NaN : Number(value);
  return Number.isSafeInteger(number) && number >= least ? number : undefined;
}

function text(value: unknown, most: number): string | undefined {
  return typeof value === "string" || typeof value === "number"
    ? String(value).slice(0, most) || undefined
    : undefined;
}

function yes(value: unknown): true | undefined {
  return value === true || value === "true" ? true : undefined;
}

function some(value: unknown, all: readonly string[]): string | undefined {
  return listed(all, text(value, 200)).join(",") || undefined;
}

/** One id stays a number, several are `7,8`. */
function ids(value: unknown): number | string | undefined {
  const all = (text(value, 400) ?? "").split(",").flatMap((one) => whole(one) ?? []);
  return all.length > 1 ? all.join(",") : all[0];
}

export function parseList(search: Record<string, unknown>): ListSearch {
  const least = whole(search.least, 0);
  const most = whole(search.most, 0);
  const turned = least !== undefined && most !== undefined && least > most;
  return {
    list: LISTS.find((one) => one === search.list && one !== "groups"),
    head: whole(search.head),
    q: text(search.q, 60),
    owner: ids(search.owner),
    department: whole(search.department),
    kind: some(search.kind, [...KINDS, "none"]),
    tier: some(search.tier, [...TIERS, "none"]),
    label: text(search.label, 20),
    state: some(search.state, STATES),
    phase: some(search.phase, [...PHASES, "none"]),
    unsorted: yes(search.unsorted),
    full: yes(search.full),
    least: turned ? most : least,
    most: turned ? least : most,
    quiet: whole(search.quiet),
    sort: SORTS.find((one) => one === search.sort),
    after: text(search.after, 400),
  };
}

/** Whether anything narrows the list; its order does not. */
export function isNarrowed({ sort: _, ...filter }: Filter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

export const TABS = ["members", "life", "days", "rules", "profile"] as const;
export type Tab = (typeof TABS)[number];

export interface PageSearch extends MemberFilter {
  tab?: Tab | undefined;
  span?: number | undefined;
}

export const SPANS = [7, 30, 90] as const;

export function parsePage(search: Record<string, unknown>): PageSearch {
  return {
    tab: TABS.find((one) => one === search.tab),
    span: SPANS.find((one) => one === Number(search.span)),
    q: text(search.q, 60),
    gone: yes(search.gone),
    role: ROLES.find((one) => one === search.role),
    own: OWN.find((one) => one === search.own),
    friend: (["yes", "no"] as const).find((one) => one === search.friend),
  };
}

export interface SeveralSearch extends Several {
  after?: string | undefined;
}

export function parseSeveral(search: Record<string, unknown>): SeveralSearch {
  return {
    q: text(search.q, 60),
    owner: whole(search.owner),
    least: whole(search.least, 3),
    after: text(search.after, 400),
  };
}

/** WeCom's days begin and end at midnight of UTC+8, wherever the corp is. */
export function spanOf(days: number, now = new Date()): { from: string; to: string } {
  const to = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
  }).format(now);
  return {
    from: dayjs(to)
      .subtract(days - 1, "day")
      .format("YYYY-MM-DD"),
    to,
  };
}
