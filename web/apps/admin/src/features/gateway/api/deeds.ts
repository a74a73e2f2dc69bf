import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { ASK_EVERY_MS } from "./quota.ts";

export type Deed = Schemas["DeedRead"];

/** Calls whose answer was lost: few, and gone as soon as WeCom's lists tell. */
export function useDeeds() {
  return useQuery({
    queryKey: ["deeds"],
    queryFn: () => ask(client.GET("/api/wecom/deeds")),
    refetchInterval: ASK_EVERY_MS,
  });
}

export interface Decision {
  id: number;
  made: boolean;
  resultId?: string;
}

export function useDecide() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, made, resultId }: Decision) =>
      ask(
        client.POST("/api/wecom/deeds/{deed_id}/decision", {
          params: { path: { deed_id: id } },
          body: { made, result_id: resultId ?? null },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["deeds"] }),
  });
}
