import type { ListFilter } from "../api/groupCodes.ts";

export const TABS = ["code", "queue", "pictures", "numbers", "joins", "print"] as const;
export type Tab = (typeof TABS)[number];

export interface PageSearch {
  tab?: Tab | undefined;
  days?: number | undefined;
}

export const positive = (value: unknown): number | undefined =>
  Number(value) > 0 ? Number(value) : undefined;

export const parseList = (search: Record<string, unknown>): ListFilter => ({
  q: search.q === undefined || search.q === "" ? undefined : String(search.q),
  after: positive(search.after),
});

export const parsePage = (search: Record<string, unknown>): PageSearch => ({
  tab: TABS.find((one) => one === search.tab),
  days: positive(search.days),
});
