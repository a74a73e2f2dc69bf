import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Entry = Schemas["AuditRow"];
export type Chain = Schemas["ChainRead"];

/** What an action is about, in the order of the menu; each gathers families of actions. */
export const AREAS = {
  accounts: ["user", "session", "staff_session", "customer_session", "role", "token"],
  customers: [
    "customer",
    "customers",
    "note",
    "consent",
    "handover",
    "person",
    "identity",
    "orders",
  ],
  tags: ["tag", "tags", "tag_group", "tag_rule"],
  fields: ["field", "fields", "stages", "question_set", "views"],
  codes: [
    "channel",
    "rota",
    "code_batch",
    "page_code",
    "group_code",
    "welcome",
    "link",
    "landing_page",
    "short_link",
    "conversions",
    "gift",
    "touchpoint",
    "growth",
    "targets",
    "old_pools",
  ],
  transfers: ["import", "export"],
  bulk: ["bulk"],
  tasks: ["task"],
  segments: ["segments", "rfm"],
  stores: ["stores"],
  groups: [
    "groups",
    "groupwatch",
    "group_welcome",
    "group_rules",
    "group_breach",
    "breach_settings",
    "keyword_reply",
    "group_tier",
    "group_invitation",
  ],
  privacy: ["erasure", "privacy_request", "purpose", "retention"],
  wecom: ["corp", "connection", "callback", "callbacks", "sync", "deed"],
  data: ["source", "event_kind", "event_property", "event_quarantine"],
  system: ["audit", "secrets", "preferences", "notices", "files", "file"],
} as const satisfies Record<string, readonly string[]>;
export type Area = keyof typeof AREAS;

export interface Filter {
  actor?: string | undefined;
  area?: Area | undefined;
  target?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

function query(filter: Filter) {
  const { area, ...rest } = filter;
  const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value));
  return { ...told, ...(area ? { family: [...AREAS[area]] } : {}) };
}

export function useEntries(filter: Filter, after: string | undefined) {
  return useQuery({
    queryKey: ["audit", filter, after],
    queryFn: () =>
      ask(
        client.GET("/api/audit", {
          params: { query: { ...query(filter), limit: 50, ...(after ? { after } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useActors() {
  return useQuery({
    queryKey: ["audit-actors"],
    queryFn: () => ask(client.GET("/api/audit/actors")),
    staleTime: 60_000,
  });
}

/** While a check is under way it is looked at each second. */
export function useChain(waiting: boolean) {
  return useQuery({
    queryKey: ["audit-chain"],
    queryFn: () => ask(client.GET("/api/audit/chain")),
    refetchInterval: waiting ? 1000 : 60_000,
  });
}

export function useCheck() {
  return useMutation({ mutationFn: () => ask(client.POST("/api/audit/chain/check")) });
}

export function useKeeping() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (days: number) => ask(client.PUT("/api/audit/keeping", { body: { days } })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["audit-chain"] }),
        queries.invalidateQueries({ queryKey: ["audit"] }),
      ]),
  });
}

/** Where the same list is fetched as a file. */
export function fileOf(filter: Filter): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query(filter))) {
    for (const one of Array.isArray(value) ? value : [value]) words.append(name, String(one));
  }
  return `/api/audit/entries.csv?${words}`;
}
