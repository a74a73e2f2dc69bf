import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Callback = Schemas["CallbackRead"];
export const STATUSES = ["dead", "waiting", "kept", "done"] as const;
export type Status = (typeof STATUSES)[number];

export function useCallbacks(status: Status) {
  return useQuery({
    queryKey: ["callbacks", status],
    queryFn: () => ask(client.GET("/api/callbacks", { params: { query: { status, limit: 100 } } })),
    refetchInterval: 3000,
  });
}

export function useReplay() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: number[]) => ask(client.POST("/api/callbacks/replay", { body: { ids } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["callbacks"] }),
  });
}
