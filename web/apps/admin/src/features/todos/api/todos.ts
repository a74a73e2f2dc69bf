import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Task = Schemas["BoardTask"];
export type Detail = Schemas["TaskDetail"];
export type Step = Schemas["TaskStep"];
export type Counts = Schemas["TaskCounts"];
export type Member = Schemas["MemberTasks"];
export type Kind = Schemas["TaskKindRead"];
export type Gift = Schemas["TaskGift"];
export type BulkAct = Schemas["BulkAct"];

export const STATES = ["open", "done", "dropped"] as const;
export type TaskState = (typeof STATES)[number];

/** What the address of the page holds; days are the corp's. */
export interface Filter {
  state: TaskState;
  kind?: string | undefined;
  overdue?: true | undefined;
  escalated?: true | undefined;
  pooled?: true | undefined;
  priority?: 1 | 2 | undefined;
  staff?: number | undefined;
  department?: number | undefined;
  store?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
  q?: string | undefined;
}

const PAGE = 50;

function whose(filter: Filter) {
  return {
    ...(filter.staff ? { staff_id: filter.staff } : {}),
    ...(filter.department ? { department_id: filter.department } : {}),
    ...(filter.store ? { store_id: filter.store } : {}),
  };
}

function query(filter: Filter) {
  return {
    ...whose(filter),
    state: filter.state,
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(filter.overdue ? { overdue: true } : {}),
    ...(filter.escalated ? { escalated: true } : {}),
    ...(filter.pooled ? { pooled: true } : {}),
    ...(filter.priority ? { priority: filter.priority } : {}),
    ...(filter.from ? { from: filter.from } : {}),
    ...(filter.to ? { to: filter.to } : {}),
    ...(filter.q ? { q: filter.q } : {}),
  };
}

export function useTasks(filter: Filter, after: string | undefined) {
  const asked = { ...query(filter), ...(after ? { after } : {}), limit: PAGE };
  return useQuery({
    queryKey: ["todos", "list", asked],
    queryFn: () => ask(client.GET("/api/tasks", { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

export function useCounts(filter: Filter) {
  const asked = whose(filter);
  return useQuery({
    queryKey: ["todos", "counts", asked],
    queryFn: () => ask(client.GET("/api/tasks/counts", { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

export function useMembers(filter: Filter) {
  const asked = whose(filter);
  return useInfiniteQuery({
    queryKey: ["todos", "members", asked],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/tasks/members", {
          params: { query: { ...asked, ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

export function useKinds() {
  return useQuery({
    queryKey: ["todos", "kinds"],
    queryFn: () => ask(client.GET("/api/tasks/kinds")),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useTask(id: number) {
  return useQuery({
    queryKey: ["todos", "one", id],
    queryFn: () => ask(client.GET("/api/tasks/{task_id}", { params: { path: { task_id: id } } })),
    retry: false,
  });
}

/** Whatever is changed, every number of the page may be another. */
const useChange = changesOf(["todos"]);

export const useGive = () =>
  useChange((gift: Gift) => ask(client.POST("/api/tasks", { body: gift })));

export const useClose = (id: number) =>
  useChange((end: { state: "done" | "dropped"; proof_text: string }) =>
    ask(
      client.POST("/api/tasks/{task_id}/close", {
        params: { path: { task_id: id } },
        body: { ...end, result: "" },
      }),
    ),
  );

export const usePutOff = (id: number) =>
  useChange((due_at: string) =>
    ask(
      client.PATCH("/api/tasks/{task_id}", { params: { path: { task_id: id } }, body: { due_at } }),
    ),
  );

/** What a bulk act is about: picked tasks, or all that match. */
export interface Selection {
  filter: Filter;
  ids: number[] | null;
}

export const useBulk = () =>
  useChange(({ selection, act }: { selection: Selection; act: Omit<BulkAct, "ids"> }) =>
    ask(
      client.POST("/api/tasks/bulk", {
        params: { query: query(selection.filter) },
        body: { ...act, ids: selection.ids },
      }),
    ),
  );

/** What an act would do; asked anew whenever it is another. */
export function useDryRun(
  selection: Selection,
  act: BulkAct["act"],
  staff: number | undefined,
  pooled: boolean,
) {
  const ready = act !== "reassign" || staff !== undefined;
  return useQuery({
    queryKey: ["todos", "dry", selection, act, staff, pooled],
    queryFn: () =>
      ask(
        client.POST("/api/tasks/bulk", {
          params: { query: query(selection.filter) },
          body: {
            ids: selection.ids,
            act,
            staff_id: staff ?? null,
            pooled,
            reason: "",
            dry_run: true,
          },
        }),
      ),
    enabled: ready,
    retry: false,
  });
}
