import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Sync = Schemas["SyncRead"];
export type Run = Schemas["RunProgress"];
export type Drift = Schemas["DriftRead"];
export type DriftKind = Drift["kind"];
export const DRIFT_KINDS = [
  "relation_missing",
  "relation_gone",
  "relation_moved",
  "profile",
  "relation",
  "tags",
] as const satisfies readonly DriftKind[];
/** Groups are read after each of these, never alone. */
export type Mode = Exclude<Run["mode"], "groups">;

const RUNNING_MS = 2000;
const RESTING_MS = 15_000;

/** Whether something is under way or about to be. */
export function isBusy(sync: Sync | undefined): boolean {
  return sync !== undefined && (sync.waiting || sync.runs.some((run) => run.state === "running"));
}

export function useSync() {
  return useQuery({
    queryKey: ["sync"],
    queryFn: () => ask(client.GET("/api/sync")),
    refetchInterval: ({ state }) => (isBusy(state.data) ? RUNNING_MS : RESTING_MS),
  });
}

export function useStart() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mode: Mode) => ask(client.POST("/api/sync", { body: { mode } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sync"] }),
  });
}

export function useDrifts(kind: DriftKind | undefined) {
  return useInfiniteQuery({
    queryKey: ["sync", "drifts", kind ?? "all"],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/sync/drifts", {
          params: { query: { ...(kind && { kind }), ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
