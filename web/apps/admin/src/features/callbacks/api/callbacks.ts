import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Callback = Schemas["CallbackRead"];
export const STATUSES = ["dead", "waiting", "kept", "done"] as const;
export type Status = (typeof STATUSES)[number];

export function useCallbacks(status: Status, after: number | undefined) {
  return useQuery({
    queryKey: ["callbacks", status, after],
    queryFn: () =>
      ask(
        client.GET("/api/callbacks", {
          params: { query: { status, limit: 50, ...(after ? { after } : {}) } },
        }),
      ),
    refetchInterval: 3000,
    placeholderData: keepPreviousData,
  });
}

/** Nothing is hidden in it, so it is asked for by hand and never kept. */
export function useRaw() {
  return useMutation({
    mutationFn: (id: number) =>
      ask(
        client.GET("/api/callbacks/{callback_id}/raw", { params: { path: { callback_id: id } } }),
      ),
  });
}

export function useReplay() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: number[]) => ask(client.POST("/api/callbacks/replay", { body: { ids } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["callbacks"] }),
  });
}
