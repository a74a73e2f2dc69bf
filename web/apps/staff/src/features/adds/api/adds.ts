import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Adds = Schemas["OwnAddPage"];
export type Add = Schemas["AddRead"];

/** A day's adds, page by page; `on` null is the corp's today. */
export const addsQuery = (on: string | null) =>
  infiniteQueryOptions({
    queryKey: ["adds", on],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/staff/adds", {
          params: {
            query: { ...(on ? { on } : {}), ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.next ? Number(page.next) : null),
    refetchInterval: 15_000,
  });

export type TodayTask = Schemas["TodayTask"];

export const tasksQuery = queryOptions({
  queryKey: ["tasks"],
  queryFn: () => ask(client.GET("/api/staff/tasks")),
  refetchInterval: 30_000,
});
