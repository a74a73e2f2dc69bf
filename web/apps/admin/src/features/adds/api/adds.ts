import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Add = Schemas["AddRead"];
export type Outcome = Add["outcome"];
export const OUTCOMES: readonly Outcome[] = ["sent", "due", "late", "impossible", "failed"];

/** What the address of the list holds; without a day it is today. */
export interface AddsFilter {
  outcome?: Outcome | undefined;
  channel?: number | undefined;
  on?: string | undefined;
}

const PAGE = 100;
const DAY_MS = 60_000;

export function useSummary(on: string | undefined) {
  return useQuery({
    // Today's entry is kept fresh by the line that tells each change.
    queryKey: on ? ["adds", "day", on] : ["adds", "today"],
    queryFn: () => ask(client.GET("/api/adds/summary", { params: { query: on ? { on } : {} } })),
    staleTime: DAY_MS,
  });
}

export function useAdds({ outcome, channel, on }: AddsFilter) {
  return useInfiniteQuery({
    queryKey: ["adds", "list", outcome, channel, on],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/adds", {
          params: {
            query: {
              limit: PAGE,
              ...(outcome ? { outcome } : {}),
              ...(channel ? { channel_id: channel } : {}),
              ...(on ? { on } : {}),
              ...(pageParam ? { after: Number(pageParam) } : {}),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useRecentAdds() {
  return useQuery({
    queryKey: ["adds", "list", "recent"],
    queryFn: () => ask(client.GET("/api/adds", { params: { query: { limit: 8 } } })),
  });
}
