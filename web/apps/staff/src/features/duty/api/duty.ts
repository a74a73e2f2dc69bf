import { queryOptions } from "@tanstack/react-query";
import { ask, client } from "@yutang/api";

export const dutyQuery = queryOptions({
  queryKey: ["duty"],
  queryFn: () => ask(client.GET("/api/staff/duty")),
});

export const setDuty = (off: boolean, until: string | undefined) =>
  ask(client.PUT("/api/staff/duty", { body: { off, ...(until ? { until } : {}) } }));
