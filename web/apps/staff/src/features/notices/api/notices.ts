import { infiniteQueryOptions } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Notice = Schemas["OwnNotice"];

/** What I was told, page by page, the newest first. */
export const noticesQuery = infiniteQueryOptions({
  queryKey: ["notices"],
  queryFn: ({ pageParam }) =>
    ask(
      client.GET("/api/staff/notices", {
        params: { query: pageParam ? { after: pageParam } : {} },
      }),
    ),
  initialPageParam: null as number | null,
  getNextPageParam: (page) => page.next,
  refetchInterval: 30_000,
});

/** Everything up to and with this one is read. */
export const markRead = (until: number) =>
  ask(client.POST("/api/staff/notices/read", { body: { ids: [], until } }));
