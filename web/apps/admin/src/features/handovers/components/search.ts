import { id } from "../../../shared/address.ts";
import { PERSON_STATES, type PersonState, STATES, type State } from "../api/reading.ts";

export const TABS = ["people", "groups"] as const;
export type Tab = (typeof TABS)[number];
export interface ListSearch {
  from?: number | undefined;
  state?: State | undefined;
  after?: string | undefined;
}

export interface NewSearch {
  from?: number | undefined;
  /** Customers picked in their list. */
  ids?: string | undefined;
}

export interface OneSearch {
  tab?: Tab | undefined;
  state?: PersonState | undefined;
  taker?: number | undefined;
}

/** So many are carried by an address. */
export const PICKED = 500;

export function parseList(search: Record<string, unknown>): ListSearch {
  return {
    from: id(search.from),
    state: STATES.find((one) => one === search.state),
    after:
      typeof search.after === "string" || typeof search.after === "number"
        ? String(search.after)
        : undefined,
  };
}

export function parseNew(search: Record<string, unknown>): NewSearch {
  const ids = pickedOf(String(search.ids ?? ""));
  return { from: id(search.from), ids: ids.length > 0 ? ids.join(".") : undefined };
}

/** The ids an address holds, each once; what is no id is dropped. */
export function pickedOf(ids: string | undefined): number[] {
  const found = (ids ?? "").split(".").map(id);
  return [...new Set(found.filter((one) => one !== undefined))].slice(0, PICKED);
}

export function parseOne(search: Record<string, unknown>): OneSearch {
  return {
    tab: TABS.find((one) => one === search.tab),
    state: PERSON_STATES.find((one) => one === search.state),
    taker: id(search.taker),
  };
}
