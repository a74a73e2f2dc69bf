import type { StageKey } from "../../../shared/stages.ts";
import type { Giver, Rule, Wish } from "../api/reading.ts";

export const RULES = ["share", "load", "region", "store"] as const;
export const MESSAGE_LETTERS = 200;
export const TAKERS = 100;

export interface Taker {
  id: number;
  name: string;
  share: number;
}

/** What the form holds; what of it the API is asked for is `wishOf`. */
export interface Draft {
  customers: "all" | "some" | "picked" | "none";
  stages: StageKey[];
  tags: number[];
  store: number | undefined;
  /** Those picked in the list of customers. */
  picked: readonly number[];
  groups: "all" | "some" | "none";
  groupIds: number[];
  takers: Taker[];
  rule: Rule;
  message: string;
  name: string;
}

/** Who left gives all he had; who stays chooses. Picked customers come alone. */
export function draftOf(giver: Giver, picked: readonly number[], name: string): Draft {
  return {
    customers: picked.length > 0 ? "picked" : giver.customers > 0 ? "all" : "none",
    stages: [],
    tags: [],
    store: undefined,
    picked,
    groups: giver.mode === "resigned" && giver.groups > 0 && picked.length === 0 ? "all" : "none",
    groupIds: [],
    takers: [],
    rule: "share",
    message: "",
    name,
  };
}

function customersOf(draft: Draft): NonNullable<Wish["customers"]> | null {
  if (draft.customers === "all") return { all: true };
  if (draft.customers === "picked") return { all: false, customer_ids: [...draft.picked] };
  const { stages, tags, store } = draft;
  // A choice without any condition is nobody yet, not everybody.
  if (draft.customers === "none" || (stages.length === 0 && tags.length === 0 && !store)) {
    return null;
  }
  return {
    all: false,
    ...(stages.length > 0 ? { stage: stages } : {}),
    ...(tags.length > 0 ? { tag_ids: tags } : {}),
    ...(store ? { store_id: store } : {}),
  };
}

function groupsOf(draft: Draft): NonNullable<Wish["groups"]> | null {
  if (draft.groups === "all") return { all: true };
  if (draft.groups === "none" || draft.groupIds.length === 0) return null;
  return { all: false, group_ids: draft.groupIds };
}

/** What still lacks before anything can be reckoned. */
export function lackOf(draft: Draft): "what" | "takers" | null {
  if (customersOf(draft) === null && groupsOf(draft) === null) return "what";
  return draft.takers.length === 0 ? "takers" : null;
}

/** What the API is asked for; null as long as something lacks. */
export function wishOf(draft: Draft, giver: Giver): Wish | null {
  if (lackOf(draft) !== null) return null;
  return {
    from_staff_id: giver.staff.id,
    customers: customersOf(draft),
    groups: groupsOf(draft),
    takers: draft.takers.map(({ id, share }) => ({
      staff_id: id,
      ...(draft.rule === "share" ? { share } : {}),
    })),
    rule: draft.rule,
    message: giver.mode === "on_job" ? draft.message.trim() : "",
  };
}
