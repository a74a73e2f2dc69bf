import { queryOptions } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Sheet = Schemas["OwnerSheet"];
export type Kind = "silence" | "doubles" | "renewal" | "group_code";

export const sheetQuery = (kind: Kind, of: number) =>
  queryOptions({
    queryKey: ["watch", kind, of],
    queryFn: () => ask(client.GET("/api/staff/watch", { params: { query: { kind, of } } })),
    refetchInterval: 30_000,
  });
