import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type Conflict = Schemas["ConflictRead"];
export type Candidate = Schemas["Candidate"];
export type Id = Schemas["IdRead"];
export type Ids = Schemas["PersonIds"];
export type Merge = Schemas["MergeRead"];
export type Moved = Schemas["Moved"];
export type Verdict = Schemas["ConflictDecision"]["verdict"];
export const STATES = ["open", "decided", "gone"] as const;
export type State = (typeof STATES)[number];

const at = (id: number) => ({ path: { customer_id: id } });
const useAttempt = attemptsOf(["identity-conflicts"], ["customers"]);

export function useConflicts(state: State) {
  return useInfiniteQuery({
    queryKey: ["identity-conflicts", state],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/identity-conflicts", {
          params: {
            query: { state: [state], limit: 20, ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export const useDecide = () =>
  useAttempt(({ id, verdict }: { id: number; verdict: Verdict }) =>
    ask(
      client.POST("/api/identity-conflicts/{conflict_id}/decision", {
        params: { path: { conflict_id: id } },
        body: { verdict, why: "" },
      }),
    ),
  );

export const useUndecide = () =>
  useAttempt((id: number) =>
    ask(
      client.POST("/api/identity-conflicts/{conflict_id}/decision/undo", {
        params: { path: { conflict_id: id } },
        body: { why: "" },
      }),
    ),
  );

export const useConflictPhones = (id: number) =>
  useMutation({
    mutationFn: () =>
      ask(
        client.POST("/api/identity-conflicts/{conflict_id}/phones", {
          params: { path: { conflict_id: id } },
        }),
      ),
  });

export function useIds(id: number) {
  return useQuery({
    queryKey: ["customers", "ids", id],
    queryFn: () => ask(client.GET("/api/customers/{customer_id}/ids", { params: at(id) })),
  });
}

export const useMerge = (id: number) =>
  useAttempt((body: { from_id: number; why: string; dry_run: boolean }) =>
    ask(client.POST("/api/customers/{customer_id}/merges", { params: at(id), body })),
  );

export const useUnmerge = (id: number) =>
  useAttempt(({ merge, ...body }: { merge: number; why: string; dry_run: boolean }) =>
    ask(
      client.POST("/api/customers/{customer_id}/merges/{merge_id}/undo", {
        params: { path: { customer_id: id, merge_id: merge } },
        body,
      }),
    ),
  );
