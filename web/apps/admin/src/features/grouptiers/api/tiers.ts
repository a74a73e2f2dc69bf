import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Board = Schemas["TierBoard"];
export type TierRead = Schemas["TierRead"];
export type Tier = TierRead["tier"];
export type Rule = Schemas["EntryRule"];
export type RuleCount = Schemas["RuleCount"];
export type Candidates = Schemas["InvitationCandidates"];
export type Preview = Schemas["InvitationPreview"];
export type NewInvitation = Schemas["NewInvitation"];
export type Invitation = Schemas["InvitationRead"];
export type Detail = Schemas["InvitationDetail"];
export type Invitee = Schemas["InviteeRead"];
export type InviteeState = Invitee["state"];
export type Steps = Schemas["InvitationSteps"];
export type Who = Invitation["who"];
export type Filters = Record<string, string>;

export const TIERS = ["pond", "transit", "core"] as const;
export const WHOS = ["on", "back", "found"] as const;
export const STEPS = ["chosen", "asked", "sent", "joined", "still_there"] as const;
export const STATES = [
  "waiting",
  "asked",
  "sent",
  "joined",
  "joined_otherwise",
  "left_again",
  "skipped",
  "expired",
] as const;
const BUSY_MS = 2000;
const SLOW_MS = 20_000;
const KEY = "grouptiers";
const NO_RULE: Rule = { match: "all", include: [], exclude: [] };
export const AGAIN_DAYS = 30;
const NOBODY: Candidates = { who: "found", group_ids: [], again_days: AGAIN_DAYS };

export function useBoard() {
  return useQuery({
    queryKey: [KEY, "board"],
    queryFn: () => ask(client.GET("/api/group-tiers")),
  });
}

/** Whom a rule finds; the last number stays until the next one is there. */
export function useRuleCount(rule: Rule | undefined) {
  return useQuery({
    queryKey: [KEY, "count", rule],
    queryFn: () => ask(client.POST("/api/group-tiers/count", { body: { rule: rule ?? NO_RULE } })),
    enabled: rule !== undefined && rule.include.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function usePreview(asked: Candidates | undefined) {
  return useQuery({
    queryKey: [KEY, "preview", asked],
    queryFn: () => ask(client.POST("/api/group-invitations/preview", { body: asked ?? NOBODY })),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

const busy = (one: Invitation) => one.state === "preparing" || one.state === "running";

export function useInvitations() {
  return useInfiniteQuery({
    queryKey: [KEY, "invitations"],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/group-invitations", {
          params: { query: pageParam === 0 ? {} : { before: pageParam } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) => {
      const items = query.state.data?.pages.flatMap((page) => page.items) ?? [];
      if (items.some((one) => one.state === "preparing")) return BUSY_MS;
      return items.some(busy) ? SLOW_MS : false;
    },
  });
}

export function useInvitation(id: number) {
  return useQuery({
    queryKey: [KEY, "invitation", id],
    queryFn: () =>
      ask(
        client.GET("/api/group-invitations/{invitation_id}", {
          params: { path: { invitation_id: id } },
        }),
      ),
    refetchInterval: (query) => {
      const read = query.state.data;
      if (!read) return false;
      return read.state === "preparing" || (busy(read) && read.steps.asked === 0)
        ? BUSY_MS
        : SLOW_MS;
    },
  });
}

/** A page of people; asked for anew when the numbers of the funnel are others. */
export function usePeople(
  id: number,
  state: InviteeState | undefined,
  after: number,
  funnel: Detail["funnel"],
) {
  return useQuery({
    queryKey: [KEY, "people", id, state, after, funnel],
    queryFn: () =>
      ask(
        client.GET("/api/group-invitations/{invitation_id}/people", {
          params: {
            path: { invitation_id: id },
            query: { after, ...(state ? { state } : {}) },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useFoundGroups(q: string, tier: Tier | undefined) {
  return useQuery({
    queryKey: [KEY, "groups", q, tier],
    queryFn: () =>
      ask(
        client.GET("/api/groups", {
          params: { query: { q, limit: 50, sort: "people", ...(tier ? { tier: [tier] } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useViews() {
  return useQuery({
    queryKey: ["views", "customers"],
    queryFn: () => ask(client.GET("/api/views", { params: { query: { page: "customers" } } })),
    staleTime: 60_000,
  });
}

const useChange = changesOf([KEY]);

export const useSetShares = (onDone: () => void) =>
  useChange(
    (body: Schemas["TierShares"]) => ask(client.PUT("/api/group-tiers/shares", { body })),
    onDone,
  );

export const useSetRule = (onDone: () => void) =>
  useChange(
    ({ tier, ...body }: Schemas["TierRule"] & { tier: Tier }) =>
      ask(client.PUT("/api/group-tiers/{tier}/rule", { params: { path: { tier } }, body })),
    onDone,
  );

export const useStart = (onDone: (made: Detail) => void) =>
  useChange((body: NewInvitation) => ask(client.POST("/api/group-invitations", { body })), onDone);

const at = (id: number) => ({ params: { path: { invitation_id: id } } });

export const useStop = () =>
  useChange((id: number) =>
    ask(client.POST("/api/group-invitations/{invitation_id}/stop", at(id))),
  );

export const useResume = () =>
  useChange((id: number) =>
    ask(client.POST("/api/group-invitations/{invitation_id}/resume", at(id))),
  );

export const fileHref = (id: number, language: string): string =>
  `/api/group-invitations/${id}/people.csv?language=${language === "en" ? "en" : "zh-CN"}`;
