import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Row = Schemas["GroupRow"];
export type Detail = Schemas["GroupDetail"];
export type Summary = Schemas["GroupSummary"];
export type Stay = Schemas["GroupStay"];
export type Happening = Schemas["GroupHappening"];
export type Day = Schemas["GroupDayRead"];
export type Duplicate = Schemas["GroupDuplicate"];
export type PersonGroup = Schemas["CustomerGroup"];
export type Owner = NonNullable<Row["owner"]>;

export const KINDS = ["product", "interest", "knowledge", "resource", "marketing"] as const;
export type Kind = (typeof KINDS)[number];
export const TIERS = ["pond", "transit", "core"] as const;
export type Tier = (typeof TIERS)[number];
export const STATES = ["normal", "owner_left", "in_handover", "handed_over", "dismissed"] as const;
export type State = (typeof STATES)[number];
export const ROLES = ["owner", "admin", "staff", "person"] as const;
export type Role = (typeof ROLES)[number];
export const PHASES = ["new", "active", "falling", "sinking", "last_push"] as const;
export type Phase = (typeof PHASES)[number];
export type PhaseRead = Row["phase"];
export type PhaseReason = PhaseRead["reasons"][number];
export const OWN = [
  "expert",
  "head_owner",
  "sub_owner",
  "admin",
  "host",
  "core",
  "customer",
] as const;
export type Own = (typeof OWN)[number];
export const SORTS = [
  "name",
  "-people",
  "people",
  "-created_at",
  "-joined_7",
  "-left_7",
  "last_joined_at",
  "-last_joined_at",
] as const;
export type Sort = (typeof SORTS)[number];
export const FIRST_SORT: Sort = "-people";
/** More than so many no single act changes. */
export const AT_ONCE = 500;

/** What the address of the list holds; several values of one condition with commas between. */
export interface Filter {
  q?: string | undefined;
  owner?: number | string | undefined;
  department?: number | undefined;
  kind?: string | undefined;
  tier?: string | undefined;
  label?: string | undefined;
  state?: string | undefined;
  phase?: string | undefined;
  /** Without a kind or without a tier. */
  unsorted?: true | undefined;
  /** So many members that nobody gets in by the code. */
  full?: true | undefined;
  /** As many customers, or more. */
  least?: number | undefined;
  most?: number | undefined;
  /** Nobody came or left for so many days. */
  quiet?: number | undefined;
  sort?: Sort | undefined;
}

const PAGE = 50;

export const listed = <T extends string>(all: readonly T[], value: string | undefined): T[] =>
  (value ?? "").split(",").flatMap((one) => all.find((known) => known === one) ?? []);

export const idsOf = (ids: number | string | undefined): number[] =>
  ids === undefined || ids === "" ? [] : String(ids).split(",").map(Number);

const OR_NONE = <T extends string>(all: readonly T[]) => [...all, "none" as const];

function query(filter: Filter) {
  const kinds = listed(OR_NONE(KINDS), filter.kind);
  const tiers = listed(OR_NONE(TIERS), filter.tier);
  const states = listed(STATES, filter.state);
  const phases = listed(OR_NONE(PHASES), filter.phase);
  return {
    ...(filter.q ? { q: filter.q } : {}),
    ...(phases.length > 0 ? { phase: phases } : {}),
    ...(filter.unsorted ? { unsorted: true } : {}),
    ...(filter.full ? { full: true } : {}),
    ...(filter.owner ? { owner_id: idsOf(filter.owner) } : {}),
    ...(filter.department ? { department_id: filter.department } : {}),
    ...(kinds.length > 0 ? { kind: kinds } : {}),
    ...(tiers.length > 0 ? { tier: tiers } : {}),
    ...(filter.label ? { label: filter.label } : {}),
    ...(states.length > 0 ? { state: states } : {}),
    ...(filter.least === undefined ? {} : { people_min: filter.least }),
    ...(filter.most === undefined ? {} : { people_max: filter.most }),
    ...(filter.quiet === undefined ? {} : { quiet_days: filter.quiet }),
  };
}

export function useGroups(filter: Filter, after: string | undefined) {
  const asked = {
    ...query(filter),
    sort: filter.sort ?? FIRST_SORT,
    ...(after ? { after } : {}),
    limit: PAGE,
  };
  return useQuery({
    queryKey: ["groups", "list", asked],
    queryFn: () => ask(client.GET("/api/groups", { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

export function useCount(filter: Filter) {
  const asked = query(filter);
  return useQuery({
    queryKey: ["groups", "count", asked],
    queryFn: () => ask(client.GET("/api/groups/count", { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

export function useSummary() {
  return useQuery({
    queryKey: ["groups", "summary"],
    queryFn: () => ask(client.GET("/api/groups/summary")),
  });
}

/** Names that begin with what was typed; for the search over everything. */
export function useFoundGroups(text: string, enabled: boolean) {
  return useQuery({
    queryKey: ["groups", "search", text],
    queryFn: () => ask(client.GET("/api/groups", { params: { query: { q: text, limit: 5 } } })),
    enabled: enabled && text.length > 0,
    placeholderData: keepPreviousData,
  });
}

const at = (id: number) => ({ path: { group_id: id } });

export function useGroup(id: number) {
  return useQuery({
    queryKey: ["groups", "one", id],
    queryFn: () => ask(client.GET("/api/groups/{group_id}", { params: at(id) })),
    retry: false,
  });
}

/** Which stays of a group; the address of its page holds it. */
export interface MemberFilter {
  q?: string | undefined;
  gone?: true | undefined;
  role?: Role | undefined;
  own?: Own | undefined;
  friend?: "yes" | "no" | undefined;
}

export function useMembers(id: number, filter: MemberFilter) {
  const asked = {
    present: !filter.gone,
    ...(filter.q ? { q: filter.q } : {}),
    ...(filter.role ? { role: filter.role } : {}),
    ...(filter.own ? { own_role: filter.own } : {}),
    ...(filter.friend ? { friend: filter.friend === "yes" } : {}),
    limit: PAGE,
  };
  return useInfiniteQuery({
    queryKey: ["groups", "members", id, asked],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/groups/{group_id}/members", {
          params: { ...at(id), query: { ...asked, ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useLife(id: number) {
  return useInfiniteQuery({
    queryKey: ["groups", "life", id],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/groups/{group_id}/timeline", {
          params: {
            ...at(id),
            query: { limit: PAGE, ...(pageParam ? { before: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

export interface Span {
  from: string;
  to: string;
}

/** The days of one group: by our own stays only. */
export function useGroupDays(id: number, span: Span) {
  return useQuery({
    queryKey: ["groups", "days", id, span],
    queryFn: () =>
      ask(client.GET("/api/groups/{group_id}/days", { params: { ...at(id), query: span } })),
    placeholderData: keepPreviousData,
  });
}

/** All groups of one owner by day: ours beside WeCom's. */
export function useOwnerDays(owner: number | undefined, span: Span) {
  return useQuery({
    queryKey: ["groups", "days", "owner", owner, span],
    queryFn: () =>
      ask(
        client.GET("/api/groups/days", {
          params: { query: { ...span, ...(owner ? { owner_id: owner } : {}) } },
        }),
      ),
    enabled: owner !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** Persons in several groups; the address of their page holds it. */
export interface Several {
  q?: string | undefined;
  owner?: number | undefined;
  least?: number | undefined;
}

function several(asked: Several) {
  return {
    ...(asked.q ? { q: asked.q } : {}),
    ...(asked.owner ? { owner_id: asked.owner } : {}),
    least: asked.least ?? 2,
  };
}

export function useDuplicates(filter: Several, after: string | undefined) {
  const asked = { ...several(filter), ...(after ? { after } : {}), limit: PAGE };
  return useQuery({
    queryKey: ["groups", "duplicates", asked],
    queryFn: () => ask(client.GET("/api/groups/duplicates", { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

export function useDuplicateCount(filter: Several) {
  const asked = several(filter);
  return useQuery({
    queryKey: ["groups", "duplicates", "count", asked],
    queryFn: () => ask(client.GET("/api/groups/duplicates/count", { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

/** The groups of one customer, those he is in first. */
export function usePersonGroups(customer: number) {
  return useQuery({
    queryKey: ["groups", "person", customer],
    queryFn: () =>
      ask(
        client.GET("/api/customers/{customer_id}/groups", {
          params: { path: { customer_id: customer } },
        }),
      ),
  });
}

export function useLabels() {
  return useQuery({
    queryKey: ["groups", "labels"],
    queryFn: () => ask(client.GET("/api/groups/labels")),
    staleTime: 60_000,
  });
}

export type Profile = Schemas["GroupProfile"];
export type Set = Schemas["GroupProfileSet"];

/** Whatever is changed, lists and numbers may be others; so they are after a refusal. */
const useChange = changesOf(["groups"]);

export const useSetProfile = (id: number) =>
  useChange((body: Profile) =>
    ask(client.PUT("/api/groups/{group_id}/profile", { params: at(id), body })),
  );

export const useSetProfiles = () =>
  useChange((body: { group_ids: number[]; set: Set }) =>
    ask(client.POST("/api/groups/profile", { body })),
  );
