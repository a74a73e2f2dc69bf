import type { TFunction } from "i18next";
import { type Filter, idsOf, SORTS, STATES } from "../api/customers.ts";

export interface Chip {
  key: string;
  name: string;
  value: string;
  /** The same conditions without this one. */
  without: Filter;
}

const ONE = ["department", "store", "segment"] as const;
const MANY = ["tag", "tag_all", "tag_none", "tag_least", "staff", "channel"] as const;
type Names = Partial<
  Record<(typeof MANY)[number] | (typeof ONE)[number] | "field", string | undefined>
> & {
  /** A stage as the corp calls it. */
  stage?: (key: string) => string;
};

function span(t: TFunction, from: string | undefined, to: string | undefined): string {
  if (from && to) return from === to ? from : t("customers.filters.addedRange", { from, to });
  return from
    ? t("customers.filters.addedFrom", { from })
    : t("customers.filters.addedTo", { to: to ?? "" });
}

/** The conditions of an address, each as it is shown and taken away. */
export function chips(t: TFunction, filter: Filter, names: Names): Chip[] {
  const found: Chip[] = [];
  const add = (key: string, name: string, value: string, ...drop: (keyof Filter)[]) => {
    const without = { ...filter };
    for (const one of drop) delete without[one];
    found.push({ key, name, value, without });
  };
  if (filter.state) {
    add("state", t("customers.filters.state"), t(`customers.states.${filter.state}`), "state");
  }
  for (const key of MANY) {
    const ids = idsOf(filter[key]);
    if (ids.length === 0) continue;
    const first = names[key] ?? `#${ids[0]}`;
    const value =
      ids.length > 1 ? t("lists.several", { first, n: ids.length, count: ids.length }) : first;
    const name = key.startsWith("tag_") ? `lists.filters.${key}` : `customers.filters.${key}`;
    add(key, t(name), value, key);
  }
  for (const key of ONE) {
    if (filter[key] === undefined) continue;
    add(key, t(`customers.filters.${key}`), names[key] ?? `#${filter[key]}`, key);
  }
  if (filter.way !== undefined) {
    const words = idsOf(filter.way).map((way) => t(`customers.ways.${way}`));
    add("way", t("lists.filters.way"), words.join(t("common.comma")), "way");
  }
  if (filter.stage) {
    const words = filter.stage.split(",").map((stage) => names.stage?.(stage) ?? stage);
    add("stage", t("lists.filters.stage"), words.join(t("common.comma")), "stage");
  }
  if (filter.recent) {
    const value = t("lists.recentDays", { n: filter.recent, count: filter.recent });
    add("recent", t("customers.filters.added"), value, "recent");
  }
  if (filter.added_from || filter.added_to) {
    const value = span(t, filter.added_from, filter.added_to);
    add("added", t("customers.filters.added"), value, "added_from", "added_to");
  }
  if (filter.ended_from || filter.ended_to) {
    const value = span(t, filter.ended_from, filter.ended_to);
    add("ended", t("customers.filters.ended"), value, "ended_from", "ended_to");
  }
  for (const key of ["untagged", "unowned", "silent", "refused"] as const) {
    if (filter[key] !== undefined) {
      add(key, t(`lists.filters.${key}`), t(filter[key] === "1" ? "lists.yes" : "lists.no"), key);
    }
  }
  if (filter.field) {
    const [id = "", operator = "", ...rest] = filter.field.split(":");
    const value = t(`lists.operators.${operator}`, { value: rest.join(":") });
    add("field", names.field ?? `#${id}`, value, "field");
  }
  if (filter.tail) add("tail", t("lists.filters.tail"), filter.tail, "tail");
  return found;
}

/** Whether anything narrows the list. */
export function narrowed(filter: Filter): boolean {
  const { sort: _, ...conditions } = filter;
  return Object.values(conditions).some((value) => value !== undefined && value !== "");
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const IDS = /^\d{1,9}(,\d{1,9}){0,99}$/;
const WORDS = /^[a-z_]{1,20}(,[a-z_]{1,20}){0,19}$/;
const FIELD = /^\d{1,9}:[a-z]{1,10}(:.{0,200})?$/;
const TAIL = /^\d{4}$/;

/** The filter of an address; what does not fit is left out, not refused. */
export function parseFilter(search: Record<string, unknown>): Filter {
  const found: Filter = {};
  const fits = (key: string, form: RegExp): string | undefined =>
    search[key] !== undefined && form.test(String(search[key])) ? String(search[key]) : undefined;
  const id = (value: unknown) => (Number(value) > 0 ? Math.trunc(Number(value)) : undefined);
  if (typeof search.q === "string" && search.q) found.q = search.q.slice(0, 64);
  const state = STATES.find((one) => one === search.state);
  if (state) found.state = state;
  for (const key of [...MANY, "way"] as const) {
    const several = fits(key, IDS);
    if (several?.includes(",")) found[key] = several;
    else if (key === "way" ? several !== undefined : id(search[key]) !== undefined) {
      found[key] = Math.trunc(Number(search[key]));
    }
  }
  for (const key of ONE) {
    const one = id(search[key]);
    if (one !== undefined) found[key] = one;
  }
  const recent = id(search.recent);
  if (recent !== undefined) found.recent = Math.min(recent, 3650);
  for (const key of ["added_from", "added_to", "ended_from", "ended_to"] as const) {
    const value = fits(key, DAY);
    if (value) found[key] = value;
  }
  for (const key of ["untagged", "unowned"] as const) if (fits(key, /^1$/)) found[key] = "1";
  for (const key of ["silent", "refused"] as const) {
    const value = fits(key, /^[01]$/);
    if (value) found[key] = value as "0" | "1";
  }
  const stage = fits("stage", WORDS);
  if (stage) found.stage = stage;
  const field = fits("field", FIELD);
  if (field) found.field = field;
  const tail = fits("tail", TAIL);
  if (tail) found.tail = tail;
  const sort = SORTS.find((one) => one === search.sort);
  if (sort) found.sort = sort;
  return found;
}

/** The filter as a view keeps it; the order stands beside it. */
export function kept(filter: Filter): Record<string, string> {
  const { sort: _, ...conditions } = filter;
  return Object.fromEntries(
    Object.entries(conditions)
      .filter(([, value]) => value !== undefined && value !== "")
      .map(([key, value]) => [key, String(value)]),
  );
}

const sorted = (one: Record<string, string>): string =>
  JSON.stringify(Object.entries(one).sort(([a], [b]) => a.localeCompare(b)));

/** Whether two filters ask the same. */
export const same = (one: Record<string, string>, other: Record<string, string>): boolean =>
  sorted(one) === sorted(other);
