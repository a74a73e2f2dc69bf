import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client as typed } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";
import type { Node } from "./tree.ts";
import type {
  Counted,
  Detail,
  Kind,
  Leaves,
  Row,
  Run,
  SegmentMember,
  SegmentPage,
  SizePoint,
  Template,
  Use,
  Version,
  What,
  Words,
} from "./types.ts";

// PROVISIONAL: until segs' paths are in the schema.
const client = typed as unknown as Record<
  "GET" | "POST" | "PUT" | "DELETE",
  (path: string, how?: object) => Promise<any>
>;

const KEY = "segments";
const PAGE = 50;
const FOUND = 20;
const LANGUAGE_MS = 5 * 60_000;
const BUSY_MS = 2_000;

export interface Filter {
  q?: string | undefined;
  kind?: Kind | undefined;
}

const at = (id: number) => ({ params: { path: { segment_id: id } } });

export function useSegments(filter: Filter, after: string | undefined) {
  return useQuery({
    queryKey: [KEY, "list", filter, after],
    queryFn: (): Promise<SegmentPage> =>
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
  const page: SegmentPage = await ask(client.GET("/api/segments", { params: { query } }));
  return page.items.map((one: Row) => ({ value: one.id, label: one.name }));
}

const read = (id: number): Promise<Detail> => ask(client.GET("/api/segments/{segment_id}", at(id)));

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
    queryFn: (): Promise<{ items: Version[] }> =>
      ask(client.GET("/api/segments/{segment_id}/versions", at(id))),
    enabled,
  });
}

export function useUses(id: number | undefined) {
  return useQuery({
    queryKey: [KEY, "uses", id],
    queryFn: (): Promise<{ items: Use[] }> =>
      ask(client.GET("/api/segments/{segment_id}/uses", at(id ?? 0))),
    enabled: id !== undefined,
  });
}

export function useSizes(id: number | undefined) {
  return useQuery({
    queryKey: [KEY, "sizes", id],
    queryFn: (): Promise<{ items: SizePoint[]; hidden: boolean }> =>
      ask(client.GET("/api/segments/{segment_id}/sizes", at(id ?? 0))),
    enabled: id !== undefined,
  });
}

export type Member = SegmentMember;

export function useMembers(id: number, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [KEY, "members", id],
    queryFn: ({
      pageParam,
    }): Promise<{ items: Member[]; next: string | null; as_of: string | null }> =>
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
    queryFn: (): Promise<{ items: Template[] }> => ask(client.GET("/api/segments/templates")),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useLeaves() {
  return useQuery({
    queryKey: [KEY, "leaves"],
    queryFn: (): Promise<Leaves> => ask(client.GET("/api/segments/leaves")),
    staleTime: LANGUAGE_MS,
  });
}

/** How many of them there are now; asked on purpose, for one saved segment. */
export function useCountNow(id: number, tree: Node | null) {
  return useQuery({
    queryKey: [KEY, "now", id, tree],
    queryFn: ({ signal }): Promise<Counted> =>
      ask(client.POST("/api/segments/count", { body: { tree, reachable: true }, signal })),
    enabled: tree !== null,
    retry: false,
  });
}

const useChange = attemptsOf([KEY]);

export interface Facts {
  name: string;
  kind: Kind;
  folder: string;
  description: string;
  tree: Node | null;
  every_minutes: number;
}

export const useSave = (edited: { id: number; version: number } | undefined) =>
  useChange(
    (facts: Facts): Promise<Detail> =>
      edited
        ? ask(
            client.PUT("/api/segments/{segment_id}", {
              ...at(edited.id),
              body: { ...facts, version: edited.version },
            }),
          )
        : ask(client.POST("/api/segments", { body: facts })),
  );

export const useDelete = () =>
  useChange(
    (id: number): Promise<unknown> => ask(client.DELETE("/api/segments/{segment_id}", at(id))),
  );

export const useRestore = (id: number) =>
  useChange(
    ({ number, version }: { number: number; version: number }): Promise<Detail> =>
      ask(
        client.POST("/api/segments/{segment_id}/versions/{number}/restore", {
          params: { path: { segment_id: id, number } },
          body: { version },
        }),
      ),
  );

export const useRefresh = (id: number) =>
  useChange((): Promise<Run> => ask(client.POST("/api/segments/{segment_id}/refresh", at(id))));

export const useFreeze = (id: number) =>
  useChange(
    (name: string): Promise<Detail> =>
      ask(client.POST("/api/segments/{segment_id}/freeze", { ...at(id), body: { name } })),
  );

export const useMakeList = () =>
  useChange(
    (body: { name: string; what: What; text: string }): Promise<Detail> =>
      ask(client.POST("/api/segments/lists", { body })),
  );

/** Words of the server in the reader's language. */
export const said = (words: Words, language: string): string =>
  language === "en" ? words.en : words.zh;
