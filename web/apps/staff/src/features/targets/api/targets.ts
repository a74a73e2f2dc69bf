import { queryOptions } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type OwnTarget = Schemas["OwnTarget"];

const EVERY_MS = 60_000;

export const ownTargetsQuery = queryOptions({
  queryKey: ["own-targets"],
  queryFn: () => ask(client.GET("/api/staff/targets")),
  refetchInterval: EVERY_MS,
});
