import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Rules = Schemas["GroupRulesRead"];
export type NewRules = Schemas["NewGroupRules"];
export type Form = NonNullable<NewRules["nickname_form"]>;
export type Part = Form["parts"][number];
export type Separator = NonNullable<Form["separator"]>;
export type Standing = Schemas["RuledGroup"];
export type OfGroup = Schemas["GroupRulesOfGroup"];
export type Owner = Schemas["RulesOwner"];
export type Nickname = Schemas["NicknameRow"];
export type Fit = Nickname["fit"];
export type Breach = Schemas["BreachRead"];
export type NewBreach = Schemas["NewBreach"];
export type Settings = Schemas["BreachSettingsChange"];
export type Said = Schemas["Said"];
export type Skeletons = Schemas["Skeletons"];

export const PARTS = [
  "name",
  "gender",
  "region",
  "city",
  "industry",
  "nickname",
  "store",
  "member_number",
] as const;
export const SEPARATORS = ["-", "+", "_", "/", "·", "|", " ", "any"] as const;
export const WRONG = ["any", "notice", "name", "nickname"] as const;
export type Wrong = (typeof WRONG)[number];
export const KINDS = [
  "advert",
  "link",
  "rumour",
  "insult",
  "flood",
  "adds_members",
  "other",
] as const;
export type Kind = (typeof KINDS)[number];
export const STATES = ["told", "to_remove", "removed", "forgiven"] as const;
export type State = (typeof STATES)[number];
const PAGE = 50;
const COUNTING_MS = 3000;

export function useRules() {
  return useQuery({
    queryKey: ["group-rules", "list"],
    queryFn: () => ask(client.GET("/api/group-rules")),
    // Nicknames are counted, and owners asked, a moment after rules were saved.
    refetchInterval: (query) =>
      query.state.data?.items.some((one) => one.uncounted > one.notices.unknown)
        ? COUNTING_MS
        : false,
  });
}

export function useSkeletons() {
  return useQuery({
    queryKey: ["group-rules", "skeletons"],
    queryFn: () => ask(client.GET("/api/group-rules/skeletons")),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useOwners(id: number) {
  return useQuery({
    queryKey: ["group-rules", "owners", id],
    queryFn: () =>
      ask(client.GET("/api/group-rules/{set_id}/owners", { params: { path: { set_id: id } } })),
  });
}

export interface StandingFilter {
  set?: number | undefined;
  wrong?: Wrong | undefined;
}

export function useStanding({ set, wrong }: StandingFilter) {
  const query = {
    ...(set ? { set_id: set } : {}),
    ...(wrong ? { wrong } : {}),
    limit: PAGE,
  };
  return useInfiniteQuery({
    queryKey: ["group-rules", "standing", query],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/group-rules/groups", {
          params: { query: { ...query, ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useOfGroup(id: number) {
  return useQuery({
    queryKey: ["group-rules", "group", id],
    queryFn: () =>
      ask(client.GET("/api/groups/{group_id}/rules", { params: { path: { group_id: id } } })),
  });
}

export function useNicknames(id: number, fit: Fit, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ["group-rules", "nicknames", id, fit],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/groups/{group_id}/nicknames", {
          params: {
            path: { group_id: id },
            query: { fit: [fit], limit: PAGE, ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled,
  });
}

export interface BreachFilter {
  state?: State | undefined;
  kind?: Kind | undefined;
  group?: number | undefined;
}

export function useBreaches({ state, kind, group }: BreachFilter) {
  const query = {
    ...(state ? { state: [state] } : {}),
    ...(kind ? { kind: [kind] } : {}),
    ...(group ? { group_id: group } : {}),
    limit: PAGE,
  };
  return useInfiniteQuery({
    queryKey: ["group-rules", "breaches", query],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/group-breaches", {
          params: { query: { ...query, ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Persons of a group, by part of their name. */
export function usePersons(group: number | undefined, q: string) {
  return useQuery({
    queryKey: ["group-rules", "persons", group, q],
    queryFn: () =>
      ask(
        client.GET("/api/groups/{group_id}/members", {
          params: { path: { group_id: group ?? 0 }, query: { role: "person", q, limit: 30 } },
        }),
      ),
    enabled: group !== undefined,
    placeholderData: keepPreviousData,
  });
}

const useChange = changesOf(["group-rules"]);

export const useSaveRules = (onDone: (saved: Rules) => void) =>
  useChange(
    ({ known, body }: { known: Rules | null; body: NewRules }) =>
      known === null
        ? ask(client.POST("/api/group-rules", { body }))
        : ask(
            client.PUT("/api/group-rules/{set_id}", {
              params: { path: { set_id: known.id } },
              body: { ...body, version: known.version },
            }),
          ),
    onDone,
  );

export const useDeleteRules = (onDone: () => void) =>
  useChange(
    (id: number) =>
      ask(client.DELETE("/api/group-rules/{set_id}", { params: { path: { set_id: id } } })),
    onDone,
  );

export const useRecord = (onDone: (made: Breach) => void) =>
  useChange((body: NewBreach) => ask(client.POST("/api/group-breaches", { body })), onDone);

export const useForgive = (onDone: (made: Breach) => void) =>
  useChange(
    ({ id, reason }: { id: number; reason: string }) =>
      ask(
        client.POST("/api/group-breaches/{breach_id}/forgive", {
          params: { path: { breach_id: id } },
          body: { reason },
        }),
      ),
    onDone,
  );

export const useSaveSettings = (onDone: () => void) =>
  useChange((body: Settings) => ask(client.PUT("/api/group-breaches/settings", { body })), onDone);
