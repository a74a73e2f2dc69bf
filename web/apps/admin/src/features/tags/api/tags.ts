import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type Library = Schemas["TagLibrary"];
export type Row = Schemas["TagGroupRow"];
export type Group = Schemas["TagGroupDetail"];
export type Tag = Schemas["TagDetail"];
export type NewGroup = Schemas["TagGroupCreate"];
export type GroupChange = Schemas["TagGroupChange"];
export type TagChange = Schemas["TagChange"];
export type Starter = Schemas["Starter"];
export type Kind = Row["kind"];

export interface LibraryFilter {
  q?: string | undefined;
  kind?: Kind | undefined;
  archived?: boolean | undefined;
}

/** WeCom's console may change what is shown at any time. */
const ASK_EVERY_MS = 15_000;

export function useLibrary(filter: LibraryFilter, after: string | undefined) {
  return useQuery({
    queryKey: ["tags", "groups", filter, after],
    queryFn: () =>
      ask(
        client.GET("/api/tags/groups", {
          params: {
            query: {
              ...(filter.q ? { q: filter.q } : {}),
              ...(filter.kind ? { kind: filter.kind } : {}),
              ...(filter.archived ? { archived: true } : {}),
              ...(after ? { after } : {}),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: ASK_EVERY_MS,
  });
}

export function useGroup(id: number | undefined) {
  return useQuery({
    queryKey: ["tags", "group", id],
    enabled: id !== undefined,
    queryFn: () =>
      ask(client.GET("/api/tags/groups/{group_id}", { params: { path: { group_id: id ?? 0 } } })),
    placeholderData: (kept) => (kept?.id === id ? kept : undefined),
    refetchInterval: ASK_EVERY_MS,
  });
}

/** All of a kind's groups, to be put in another order. */
async function everyGroup(kind: Kind): Promise<number[]> {
  const ids = new Set<number>();
  for (const archived of [false, true]) {
    let after: string | undefined;
    do {
      const page: Library = await ask(
        client.GET("/api/tags/groups", {
          params: {
            query: { kind, ...(archived ? { archived } : {}), ...(after ? { after } : {}) },
          },
        }),
      );
      for (const row of page.items) ids.add(row.id);
      after = page.next ?? undefined;
    } while (after);
  }
  return [...ids];
}

const useChange = attemptsOf(["tags"]);

const groupAt = (id: number) => ({ params: { path: { group_id: id } } });
const tagAt = (id: number) => ({ params: { path: { tag_id: id } } });

export const useCreateGroup = () =>
  useChange((body: NewGroup) => ask(client.POST("/api/tags/groups", { body })));

export const useUseStarter = () =>
  useChange(({ key, ...body }: Schemas["StarterUse"] & { key: string }) =>
    ask(client.POST("/api/tags/starters/{key}", { params: { path: { key } }, body })),
  );

export const useChangeGroup = (id: number) =>
  useChange((body: GroupChange) =>
    ask(client.PATCH("/api/tags/groups/{group_id}", { ...groupAt(id), body })),
  );

export const useCheckGroup = (id: number) =>
  useChange(() => ask(client.POST("/api/tags/groups/{group_id}/check", groupAt(id))));

export const useAddTags = (id: number) =>
  useChange((names: string[]) =>
    ask(client.POST("/api/tags/groups/{group_id}/tags", { ...groupAt(id), body: { names } })),
  );

export const useChangeTag = () =>
  useChange(({ id, ...body }: TagChange & { id: number }) =>
    ask(client.PATCH("/api/tags/{tag_id}", { ...tagAt(id), body })),
  );

export const useOrderTags = (id: number) =>
  useChange((ids: number[]) =>
    ask(client.PUT("/api/tags/groups/{group_id}/order", { ...groupAt(id), body: { ids } })),
  );

export const useMoveGroup = () =>
  useChange(async ({ row, by }: { row: Row; by: -1 | 1 }) => {
    const ids = await everyGroup(row.kind);
    const place = ids.indexOf(row.id);
    const other = ids[place + by];
    if (other === undefined) return;
    ids[place] = other;
    ids[place + by] = row.id;
    await ask(
      client.PUT("/api/tags/groups/order", {
        params: { query: { kind: row.kind } },
        body: { ids },
      }),
    );
  });

export interface Doomed {
  id: number;
  isGroup: boolean;
}

export const useDelete = () =>
  useChange(({ id, isGroup }: Doomed) =>
    isGroup
      ? ask(client.DELETE("/api/tags/groups/{group_id}", groupAt(id)))
      : ask(client.DELETE("/api/tags/{tag_id}", tagAt(id))),
  );

export const useRestore = () =>
  useChange(async ({ id, isGroup }: Doomed) => {
    if (isGroup) await ask(client.POST("/api/tags/groups/{group_id}/restore", groupAt(id)));
    else await ask(client.POST("/api/tags/{tag_id}/restore", tagAt(id)));
  });

export const useCount = () => useChange(() => ask(client.POST("/api/tags/count")));

export function useUses(ids: number[]) {
  return useQuery({
    queryKey: ["tags", "uses", ids],
    enabled: ids.length > 0,
    queryFn: () => ask(client.GET("/api/tags/uses", { params: { query: { tag_id: ids } } })),
  });
}

export function useMergePlan(from: number, into: number | undefined) {
  return useQuery({
    queryKey: ["tags", "merge", from, into],
    enabled: into !== undefined,
    queryFn: () =>
      ask(
        client.GET("/api/tags/{tag_id}/merge", {
          params: { path: { tag_id: from }, query: { into: into ?? 0 } },
        }),
      ),
    retry: false,
  });
}

export const useMerge = (from: number) =>
  useChange((into: number) =>
    ask(client.POST("/api/tags/{tag_id}/merge", { ...tagAt(from), body: { into } })),
  );

export function useStarters(language: "zh" | "en") {
  return useQuery({
    queryKey: ["tags", "starters", language],
    queryFn: () => ask(client.GET("/api/tags/starters", { params: { query: { language } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
