import { id, oneOf, text } from "../../../shared/address.ts";
import { KINDS } from "../api/kinds.ts";
import { TABS, type Tab } from "./one/tabs.ts";

export interface ListSearch {
  q?: string | undefined;
  kind?: (typeof KINDS)[number] | undefined;
  after?: string | undefined;
}
export interface NewSearch {
  /** The segment that is copied. */
  from?: number | undefined;
  template?: string | undefined;
}

export const parseList = (search: Record<string, unknown>): ListSearch => ({
  q: text(search.q, 60),
  kind: oneOf(search.kind, KINDS),
  after: text(search.after, 100),
});

export const parseNew = (search: Record<string, unknown>): NewSearch => ({
  from: id(search.from),
  template: text(search.template, 40),
});

export const parseOne = (search: Record<string, unknown>): { tab?: Tab | undefined } => ({
  tab: oneOf(search.tab, TABS),
});
