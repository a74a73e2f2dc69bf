import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";
import { wholeBody } from "../../../shared/files.ts";
import type { Node } from "./tree.ts";
import type { Detail, Kind, Template, Version, What, Words } from "./types.ts";

const KEY = "segments";
const PAGE = 50;
const FOUND = 20;
const LANGUAGE_MS = 5 * 60_000;
const BUSY_MS = 2_000;
const LIVE_MS = 10_000;

export interface Filter {
  q?: string | undefined;
  kind?: Kind | undefined;
}

/** The description of the API calls a tree an object. */
export const asWire = (tree: Node | null) => ({
  tree: (tree ?? {}) as unknown as Record<string, unknown>,
});

const at = (id: number) => ({ params: { path: { segment_id: id } } });

export function useSegments(filter: Filter, after: string | undefined) {
  return useQuery({
    queryKey: [KEY, "list", filter, after],
    queryFn: () =>
      ask(
        client.GET("/api/segments", {
          params: {
            query: {
              ...(filter.q ? { q: filter.q } : {}),
              ...(filter.kind ? { kind: filter.kind } : {}),
              ...(after ? { after } : {}),
              limit: PAGE,
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export async function findSegments(q: string, kind: Kind | undefined) {
  const query = { limit: FOUND, ...(q ? { q } : {}), ...(kind ? { kind } : {}) };
  const page = await ask(client.GET("/api/segments", { params: { query } }));
  return page.items.map((one) => ({ value: one.id, label: one.name }));
}

const read = async (id: number) =>
  (await ask(client.GET("/api/segments/{segment_id}", at(id)))) as Detail;

export const segmentName = async (id: number) => (await read(id)).name;

/** One segment; while a refresh is telling its changes it is read again and again. */
export function useSegment(id: number | undefined) {
  return useQuery({
    queryKey: [KEY, "one", id],
    queryFn: () => read(id ?? 0),
    enabled: id !== undefined,
    retry: false,
    refetchInterval: (query) => (query.state.data?.latest?.state === "telling" ? BUSY_MS : false),
  });
}

export function useVersions(id: number, enabled: boolean) {
  return useQuery({
    queryKey: [KEY, "versions", id],
    queryFn: async () =>
      (await ask(client.GET("/api/segments/{segment_id}/versions", at(id)))).items as Version[],
    enabled,
  });
}

export function useUses(id: number | undefined) {
  return useQuery({
    queryKey: [KEY, "uses", id],
    queryFn: () => ask(client.GET("/api/segments/{segment_id}/uses", at(id ?? 0))),
    enabled: id !== undefined,
  });
}

export function useSizes(id: number | undefined) {
  return useQuery({
    queryKey: [KEY, "sizes", id],
    queryFn: () => ask(client.GET("/api/segments/{segment_id}/sizes", at(id ?? 0))),
    enabled: id !== undefined,
  });
}

export function useMembers(id: number, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [KEY, "members", id],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/segments/{segment_id}/members", {
          params: {
            path: { segment_id: id },
            query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    enabled,
    retry: false,
  });
}

export function useTemplates() {
  return useQuery({
    queryKey: [KEY, "templates"],
    queryFn: async () =>
      (await ask(client.GET("/api/segments/templates"))).items as unknown as Template[],
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useLeaves() {
  return useQuery({
    queryKey: [KEY, "leaves"],
    queryFn: () => ask(client.GET("/api/segments/leaves")),
    staleTime: LANGUAGE_MS,
  });
}

/** How many there are now, of one saved segment; while the page is open it follows. */
export function useCountNow(id: number, tree: Node | null) {
  return useQuery({
    queryKey: [KEY, "now", id, tree],
    queryFn: ({ signal }) =>
      ask(
        client.POST("/api/segments/count", { body: { ...asWire(tree), reachable: true }, signal }),
      ),
    refetchInterval: LIVE_MS,
    enabled: tree !== null,
    retry: false,
  });
}

const useChange = attemptsOf([KEY]);

export interface Facts {
  name: string;
  kind: "dynamic" | "kept";
  folder: string;
  description: string;
  tree: Node | null;
  every_minutes: number;
}

const bodyOf = (facts: Facts) => ({ ...facts, ...asWire(facts.tree) });

export const useSave = (edited: { id: number; version: number } | undefined) =>
  useChange((facts: Facts) =>
    edited
      ? ask(
          client.PUT("/api/segments/{segment_id}", {
            ...at(edited.id),
            body: { ...bodyOf(facts), version: edited.version },
          }),
        )
      : ask(client.POST("/api/segments", { body: bodyOf(facts) })),
  );

export const useDelete = () =>
  useChange((id: number) => ask(client.DELETE("/api/segments/{segment_id}", at(id))));

export const useRestore = (id: number) =>
  useChange(({ number, version }: { number: number; version: number }) =>
    ask(
      client.POST("/api/segments/{segment_id}/versions/{number}/restore", {
        params: { path: { segment_id: id, number } },
        body: { version },
      }),
    ),
  );

export const useRefresh = (id: number) =>
  useChange(() => ask(client.POST("/api/segments/{segment_id}/refresh", at(id))));

export const useFreeze = (id: number) =>
  useChange((name: string) =>
    ask(
      client.POST("/api/segments/{segment_id}/freeze", {
        ...at(id),
        body: { name, folder: "", description: "" },
      }),
    ),
  );

export interface NewList {
  name: string;
  what: What;
  text: string;
  file: File | undefined;
}

export const useMakeList = () =>
  useChange(({ file, name, what, text }: NewList) =>
    file
      ? ask(
          client.POST("/api/segments/lists/file", {
            params: { query: { name, what } },
            ...wholeBody(file),
          }),
        )
      : ask(
          client.POST("/api/segments/lists", {
            body: { name, what, text, lines: [], folder: "", description: "" },
          }),
        ),
  );

/** Words of the server in the reader's language. */
export const said = (words: Words, language: string): string =>
  language === "en" ? words.en : words.zh;
