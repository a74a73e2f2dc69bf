import { queryOptions } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Notice = Schemas["OwnNotice"];

const PAGE = 50;

/** What I was told, the newest first; `after` is the `next` of the page before. */
export const noticesQuery = (after: number | null) =>
  queryOptions({
    queryKey: ["notices", after],
    queryFn: () =>
      ask(
        client.GET("/api/staff/notices", {
          params: { query: { limit: PAGE, ...(after ? { after } : {}) } },
        }),
      ),
    refetchInterval: 30_000,
  });

/** Everything up to and with this one is read. */
export const markRead = (until: number) =>
  ask(client.POST("/api/staff/notices/read", { body: { ids: [], until } }));
