import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { useTranslation } from "react-i18next";

// Which groups something is for: a welcome, a reply, rules.
export type Reach = Schemas["Reach"];
export type ReachNamed = Schemas["ReachNamed"];

export const BYS = ["all", "owners", "kinds", "tiers", "groups"] as const;
export const KINDS = ["product", "interest", "knowledge", "resource", "marketing"] as const;
export const TIERS = ["pond", "transit", "core"] as const;

/** What a form holds of it: every list, whichever counts. */
export interface ReachDraft {
  by: Reach["by"];
  owner_ids: number[];
  kinds: NonNullable<Reach["kinds"]>;
  tiers: NonNullable<Reach["tiers"]>;
  group_ids: number[];
}

export const ALL_GROUPS: ReachDraft = {
  by: "all",
  owner_ids: [],
  kinds: [],
  tiers: [],
  group_ids: [],
};

export function reachDraftOf(reach: ReachNamed): ReachDraft {
  const { by, owner_ids = [], kinds = [], tiers = [], group_ids = [] } = reach;
  return { by, owner_ids, kinds, tiers, group_ids };
}

/** Only the list that counts; undefined while it is empty. */
export function reachOf(draft: ReachDraft): Reach | undefined {
  const { by } = draft;
  if (by === "all") return { by };
  if (by === "owners")
    return draft.owner_ids.length > 0 ? { by, owner_ids: draft.owner_ids } : undefined;
  if (by === "kinds") return draft.kinds.length > 0 ? { by, kinds: draft.kinds } : undefined;
  if (by === "tiers") return draft.tiers.length > 0 ? { by, tiers: draft.tiers } : undefined;
  return draft.group_ids.length > 0 ? { by, group_ids: draft.group_ids } : undefined;
}

/** How many groups a reach has; what chooses nobody is not asked for. */
export function useReachCount(reach: Reach, enabled: boolean) {
  return useQuery({
    queryKey: ["groupcare", "reach", reach],
    queryFn: () => ask(client.POST("/api/group-welcomes/reach", { body: reach })),
    enabled,
    placeholderData: keepPreviousData,
  });
}

export function useFoundGroups(q: string) {
  return useQuery({
    queryKey: ["groupcare", "groups", q],
    queryFn: () => ask(client.GET("/api/groups", { params: { query: { q, limit: 20 } } })),
    placeholderData: keepPreviousData,
  });
}

/** Which groups, in a line. */
export function useReachWords(): (reach: ReachNamed) => string {
  const { t } = useTranslation();
  const comma = t("common.comma");
  return (reach) => {
    const names = {
      all: [] as string[],
      owners: (reach.owners ?? []).map((one) => one.name),
      kinds: (reach.kinds ?? []).map((one) => t(`groups.kinds.${one}`)),
      tiers: (reach.tiers ?? []).map((one) => t(`groups.tiers.${one}`)),
      groups: (reach.picked ?? []).map((one) => one.name || t("groups.nameless")),
    }[reach.by];
    return reach.by === "all"
      ? t("groupcare.reach.all")
      : t(`groupcare.reach.of.${reach.by}`, { names: names.join(comma) });
  };
}
