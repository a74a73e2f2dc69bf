import { queryOptions } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Session = Schemas["StaffSessionRead"];

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => ask(client.GET("/api/staff/session")),
  staleTime: Number.POSITIVE_INFINITY,
});
