import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Add = Schemas["AddRead"];
export type Outcome = Add["outcome"];
export const OUTCOMES: readonly Outcome[] = ["sent", "due", "late", "impossible", "failed"];
const LIVE_MS = 2000;

export function useSummary() {
  return useQuery({
    queryKey: ["adds", "summary"],
    queryFn: () => ask(client.GET("/api/adds/summary")),
    refetchInterval: LIVE_MS,
  });
}

export function useAdds(outcome: Outcome | undefined, channelId: number | undefined) {
  return useInfiniteQuery({
    queryKey: ["adds", outcome, channelId],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/adds", {
          params: {
            query: {
              limit: 50,
              ...(outcome ? { outcome } : {}),
              ...(channelId ? { channel_id: channelId } : {}),
              ...(pageParam ? { after: Number(pageParam) } : {}),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  });
}
