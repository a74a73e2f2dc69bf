import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Watch = Schemas["GroupWatch"];
export type Renewal = Schemas["RenewalRead"];
export type RenewalDetail = Schemas["RenewalDetail"];
export type NewRenewal = Schemas["NewRenewal"];
export type SubOwner = Schemas["SubOwner"];
export type Rules = Schemas["DoubleRules"];
export type Plan = Schemas["DoublePlanRead"];
export type OwnRole = NonNullable<Schemas["GroupStay"]["own_role"]>;
export type Bilingual = Schemas["Text"];

export const STAFF_ROLES = ["expert", "head_owner", "sub_owner", "admin", "host"] as const;
export const OWN_ROLES = [...STAFF_ROLES, "core"] as const;

const at = (id: number) => ({ path: { group_id: id } });

export function useWatch(id: number) {
  return useQuery({
    queryKey: ["groups", "watch", id],
    queryFn: () => ask(client.GET("/api/groups/{group_id}/watch", { params: at(id) })),
  });
}

export function useRenewals() {
  return useQuery({
    queryKey: ["groups", "renewals"],
    queryFn: () => ask(client.GET("/api/group-renewals")),
  });
}

export function useRenewal(id: number) {
  return useQuery({
    queryKey: ["groups", "renewal", id],
    queryFn: () =>
      ask(client.GET("/api/group-renewals/{renewal_id}", { params: { path: { renewal_id: id } } })),
  });
}

export function useSubOwners(head: number | undefined, after?: string) {
  const query = { ...(head ? { head_id: head } : {}), ...(after ? { after } : {}) };
  return useQuery({
    queryKey: ["groups", "subs", query],
    queryFn: () => ask(client.GET("/api/groups/sub-owners", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function usePlans() {
  return useQuery({
    queryKey: ["groups", "plans"],
    queryFn: () => ask(client.GET("/api/group-doubles")),
  });
}

export function usePlanOwners(id: number) {
  return useQuery({
    queryKey: ["groups", "plans", id],
    queryFn: () =>
      ask(client.GET("/api/group-doubles/{plan_id}/owners", { params: { path: { plan_id: id } } })),
  });
}

export function usePreview(rules: Rules) {
  return useQuery({
    queryKey: ["groups", "preview", rules],
    queryFn: () => ask(client.POST("/api/group-doubles/preview", { body: rules })),
    placeholderData: keepPreviousData,
  });
}

const useChange = changesOf(["groups"]);

export const useStartPlan = () =>
  useChange((body: Rules) => ask(client.POST("/api/group-doubles", { body })));

export const useStopPlan = () =>
  useChange((id: number) =>
    ask(client.POST("/api/group-doubles/{plan_id}/stop", { params: { path: { plan_id: id } } })),
  );

export const usePlanRenewal = (id: number) =>
  useChange((body: NewRenewal) =>
    ask(client.POST("/api/groups/{group_id}/renewal", { params: at(id), body })),
  );

export const usePickGroup = (id: number) =>
  useChange((group: number) =>
    ask(
      client.PUT("/api/group-renewals/{renewal_id}/new-group", {
        params: { path: { renewal_id: id } },
        body: { group_id: group },
      }),
    ),
  );

export const useStopRenewal = (id: number) =>
  useChange((_: undefined) =>
    ask(
      client.POST("/api/group-renewals/{renewal_id}/stop", {
        params: { path: { renewal_id: id } },
      }),
    ),
  );

export const useSetRoles = (id: number) =>
  useChange((body: Schemas["GroupRoles"]) =>
    ask(client.PUT("/api/groups/{group_id}/roles", { params: at(id), body })),
  );

export const useSetInsider = () =>
  useChange((body: Schemas["InsiderWish"]) => ask(client.PUT("/api/groups/insiders", { body })));
