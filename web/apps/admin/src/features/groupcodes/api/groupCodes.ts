import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";
import { formOf } from "../../../shared/files.ts";

export type Code = Schemas["GroupCodeRead"];
export type Wish = Schemas["GroupCodeCreate"];
export type Queued = Schemas["CodeGroup"];
export type Standing = Queued["standing"];
export type Picture = Schemas["PictureRead"];

export const STANDINGS = ["open", "full", "paused", "gone"] as const satisfies Standing[];

export interface ListFilter {
  q?: string | undefined;
  after?: number | undefined;
}

const code = (id: number) => ({ params: { path: { code_id: id } } });

export function useCodes(filter: ListFilter) {
  return useQuery({
    queryKey: ["group-codes", "list", filter],
    queryFn: () =>
      ask(
        client.GET("/api/group-codes", {
          params: {
            query: {
              limit: 50,
              ...(filter.q ? { q: filter.q } : {}),
              ...(filter.after ? { after: filter.after } : {}),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 5000,
  });
}

export function useCode(id: number | undefined) {
  return useQuery({
    queryKey: ["group-codes", id],
    enabled: id !== undefined,
    queryFn: () => ask(client.GET("/api/group-codes/{code_id}", code(id ?? 0))),
    // WeCom works in the background: look again quickly until it has answered.
    refetchInterval: (query) =>
      ["making", "updating"].includes(query.state.data?.status ?? "") ? 1000 : 5000,
  });
}

export function useQueue(id: number, standing: Standing | undefined) {
  return useInfiniteQuery({
    queryKey: ["group-codes", id, "groups", standing],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/group-codes/{code_id}/groups", {
          params: {
            path: { code_id: id },
            query: { after: pageParam, limit: 50, ...(standing ? { standing } : {}) },
          },
        }),
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

export function usePictures(id: number) {
  return useQuery({
    queryKey: ["group-codes", id, "pictures"],
    queryFn: () => ask(client.GET("/api/group-codes/{code_id}/pictures", code(id))),
    refetchInterval: 10_000,
  });
}

export function useNumbers(id: number, from: string) {
  return useQuery({
    queryKey: ["group-codes", id, "statistics", from],
    queryFn: () =>
      ask(
        client.GET("/api/group-codes/{code_id}/statistics", {
          params: { path: { code_id: id }, query: { from } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

export function useJoins(id: number, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ["group-codes", id, "joins"],
    enabled,
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/group-codes/{code_id}/joins", {
          params: {
            path: { code_id: id },
            query: { limit: 50, ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Groups that can be chosen, searched on the server. */
export function useFoundGroups(q: string) {
  return useQuery({
    queryKey: ["choices", "groups", q],
    queryFn: () =>
      ask(client.GET("/api/groups", { params: { query: { q, limit: 20, sort: "name" } } })),
    placeholderData: keepPreviousData,
  });
}

/** How many groups a search finds. */
export function useGroupCount(q: string) {
  return useQuery({
    queryKey: ["choices", "groups", "count", q],
    enabled: q !== "",
    queryFn: () => ask(client.GET("/api/groups/count", { params: { query: { q } } })),
    placeholderData: keepPreviousData,
  });
}

const useChange = changesOf(["group-codes"]);

/** Make one, or change the one of that id and version. */
export const useSaveCode = (edited: { id: number; version: number } | undefined) =>
  useChange((body: Wish) =>
    edited
      ? ask(
          client.PUT("/api/group-codes/{code_id}", {
            ...code(edited.id),
            body: { ...body, version: edited.version },
          }),
        )
      : ask(client.POST("/api/group-codes", { body })),
  );

export const useRetryCode = (id: number) =>
  useChange(() => ask(client.POST("/api/group-codes/{code_id}/retry", code(id))));

export const useDeleteCode = () =>
  useChange((id: number) => ask(client.DELETE("/api/group-codes/{code_id}", code(id))));

export const useAddGroups = (id: number) =>
  useChange((body: Schemas["GroupsToAdd"]) =>
    ask(client.POST("/api/group-codes/{code_id}/groups", { ...code(id), body })),
  );

export const useTakeOut = (id: number) =>
  useChange((group: number) =>
    ask(
      client.DELETE("/api/group-codes/{code_id}/groups/{group_id}", {
        params: { path: { code_id: id, group_id: group } },
      }),
    ),
  );

export const useMove = (id: number) =>
  useChange(({ group, before }: { group: number; before: number | null }) =>
    ask(
      client.POST("/api/group-codes/{code_id}/groups/{group_id}/move", {
        params: { path: { code_id: id, group_id: group } },
        body: { before },
      }),
    ),
  );

interface NewPicture {
  file: File;
  expires_at?: string | undefined;
  most?: number | undefined;
  group_id?: number | undefined;
}

export const useAddPicture = (id: number) =>
  useChange((picture: NewPicture) =>
    ask(
      client.POST("/api/group-codes/{code_id}/pictures", {
        ...code(id),
        body: formOf({ ...picture }),
      }),
    ),
  );

export const useRemovePicture = (id: number) =>
  useChange((picture: number) =>
    ask(
      client.DELETE("/api/group-codes/{code_id}/pictures/{picture_id}", {
        params: { path: { code_id: id, picture_id: picture } },
      }),
    ),
  );
