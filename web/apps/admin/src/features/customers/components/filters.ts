import type { TFunction } from "i18next";
import type { Filter } from "../api/customers.ts";

export interface Chip {
  key: string;
  name: string;
  value: string;
  /** The same conditions without this one. */
  without: Filter;
}

type Names = Partial<Record<"tag" | "department" | "staff" | "channel", string | undefined>>;

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
  for (const key of ["tag", "staff", "department", "channel"] as const) {
    if (filter[key] !== undefined) {
      add(key, t(`customers.filters.${key}`), names[key] ?? `#${filter[key]}`, key);
    }
  }
  if (filter.added_from || filter.added_to) {
    const value = span(t, filter.added_from, filter.added_to);
    add("added", t("customers.filters.added"), value, "added_from", "added_to");
  }
  if (filter.ended_from || filter.ended_to) {
    const value = span(t, filter.ended_from, filter.ended_to);
    add("ended", t("customers.filters.ended"), value, "ended_from", "ended_to");
  }
  return found;
}

/** Whether anything narrows the list. */
export function narrowed(filter: Filter): boolean {
  const { sort: _, ...conditions } = filter;
  return Object.values(conditions).some((value) => value !== undefined && value !== "");
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filter of an address; what does not fit is left out, not refused. */
export function parseFilter(search: Record<string, unknown>): Filter {
  const found: Filter = {};
  const id = (value: unknown) => (Number(value) > 0 ? Math.trunc(Number(value)) : undefined);
  const day = (value: unknown) =>
    typeof value === "string" && DAY.test(value) ? value : undefined;
  if (typeof search.q === "string" && search.q) found.q = search.q.slice(0, 64);
  if (["friend", "half", "lost", "visitor"].includes(String(search.state))) {
    found.state = search.state as NonNullable<Filter["state"]>;
  }
  for (const key of ["tag", "staff", "department", "channel"] as const) {
    const value = id(search[key]);
    if (value !== undefined) found[key] = value;
  }
  for (const key of ["added_from", "added_to", "ended_from", "ended_to"] as const) {
    const value = day(search[key]);
    if (value !== undefined) found[key] = value;
  }
  if (search.sort === "name") found.sort = "name";
  return found;
}
