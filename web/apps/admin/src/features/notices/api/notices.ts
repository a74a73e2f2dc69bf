import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Notice = Schemas["OwnNotice"];
export type Choices = Schemas["ChoicesRead"];
export type Kind = Schemas["NoticeKindRead"];
export type Rules = Schemas["RulesRead"];
export type Door = Kind["door"];
export type RulesChange = Omit<Schemas["RulesChange"], "version">;

const LOOK_MS = 30_000;
const PAGE = 30;

/** How many are unread, counted up to 100. */
export function useUnread(): number {
  const { data } = useQuery({
    queryKey: ["told", "unread"],
    queryFn: () => ask(client.GET("/api/notices/unread")),
    refetchInterval: LOOK_MS,
  });
  return data?.unread ?? 0;
}

/** What was told to me, the newest first. */
export function useNotices(unread: boolean, kind: string | undefined, open: boolean) {
  return useInfiniteQuery({
    queryKey: ["told", "list", unread, kind],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/notices", {
          params: {
            query: {
              unread,
              limit: PAGE,
              ...(kind ? { kind } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled: open,
  });
}

/** Mark some read, or all up to and with one. */
export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { ids: number[] } | { until: number; kind?: string | undefined }) =>
      ask(
        client.POST("/api/notices/read", {
          body:
            "ids" in body
              ? { ids: body.ids }
              : { ids: [], until: body.until, ...(body.kind ? { kind: body.kind } : {}) },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["told"] }),
  });
}

export function useChoices(enabled = true) {
  return useQuery({
    queryKey: ["told", "choices"],
    queryFn: () => ask(client.GET("/api/notices/choices")),
    enabled,
  });
}

/** Where I want a kind; null follows the company. */
export function useChoose() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, door }: { kind: string; door: Door | null }) =>
      ask(client.PATCH("/api/notices/choices", { body: { doors: { [kind]: door }, mail: {} } })),
    onSuccess: (data) => queries.setQueryData(["told", "choices"], data),
    onError: () => queries.invalidateQueries({ queryKey: ["told", "choices"] }),
  });
}

export function useRules(enabled: boolean) {
  return useQuery({
    queryKey: ["told", "rules"],
    queryFn: () => ask(client.GET("/api/notices/rules")),
    enabled,
  });
}

/** Change the company's rules; fails when somebody else did since they were read. */
export function useChangeRules() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, change }: { version: number; change: RulesChange }) =>
      ask(client.PATCH("/api/notices/rules", { body: { version, ...change } })),
    onSettled: () =>
      Promise.all(
        ["rules", "choices"].map((key) => queries.invalidateQueries({ queryKey: ["told", key] })),
      ),
  });
}
