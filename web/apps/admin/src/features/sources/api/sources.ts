import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type Source = Schemas["SourceRead"];
export type Made = Schemas["SourceMade"];
export type Kind = Source["kind"];
export type Mapping = Required<Schemas["SourceMapping"]>;
export type Row = Schemas["StreamRow"];
export type NewSource = Schemas["NewSource"];
export type SourceChange = Schemas["SourceChange"];

export const KINDS = [
  "web",
  "server",
  "mini_program",
  "webhook",
] as const satisfies readonly Kind[];
export const ID_KINDS = [
  "phone",
  "member_number",
  "unionid",
  "openid",
  "external",
  "device",
] as const;
const AGAIN_MS = 5000;
const LIVE_MS = 2000;
const ROWS = 50;

export function useSources() {
  return useQuery({
    queryKey: ["sources"],
    queryFn: () => ask(client.GET("/api/sources")),
    refetchInterval: AGAIN_MS,
  });
}

export function useHours(source_id: number) {
  return useQuery({
    queryKey: ["source-hours", source_id],
    queryFn: () =>
      ask(client.GET("/api/sources/{source_id}/hours", { params: { path: { source_id } } })),
    refetchInterval: AGAIN_MS,
  });
}

export interface StreamFilter {
  source?: number | undefined;
  kind?: string | undefined;
  refused?: boolean | undefined;
}

/** What arrives, newest first; read again every two seconds while it is live. */
export function useStream(filter: StreamFilter, isLive: boolean) {
  return useInfiniteQuery({
    queryKey: ["stream", filter],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/sources/stream", {
          params: {
            query: {
              limit: ROWS,
              ...(filter.source ? { source_id: filter.source } : {}),
              ...(filter.kind ? { kind: filter.kind } : {}),
              ...(filter.refused === undefined ? {} : { refused: filter.refused }),
              ...(pageParam ? { before: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: isLive ? LIVE_MS : false,
  });
}

export const useOpenMessage = () =>
  useMutation({
    mutationFn: (row_id: number) =>
      ask(client.GET("/api/sources/stream/{row_id}/message", { params: { path: { row_id } } })),
  });

const useAttempt = attemptsOf(["sources"]);
const at = (source_id: number) => ({ params: { path: { source_id } } });

export const useMakeSource = () =>
  useAttempt((body: NewSource) => ask(client.POST("/api/sources", { body })));

export const useChangeSource = (id: number) =>
  useAttempt((body: SourceChange) =>
    ask(client.PATCH("/api/sources/{source_id}", { ...at(id), body })),
  );

export const useRotate = (id: number) =>
  useAttempt((_: undefined) => ask(client.POST("/api/sources/{source_id}/rotation", at(id))));

export const useEndFormer = (id: number) =>
  useAttempt((_: undefined) => ask(client.DELETE("/api/sources/{source_id}/former-keys", at(id))));

export const useDeleteSource = (id: number) =>
  useAttempt((_: undefined) => ask(client.DELETE("/api/sources/{source_id}", at(id))));

export const useRetry = (id: number) =>
  useAttempt((_: undefined) => ask(client.POST("/api/sources/{source_id}/retry", at(id))));

export const useSaveMapping = (id: number) =>
  useAttempt((body: Mapping) =>
    ask(client.PUT("/api/sources/{source_id}/mapping", { ...at(id), body })),
  );

export const useTryMapping = () =>
  useMutation({
    mutationFn: (body: { mapping: Mapping; example: unknown }) =>
      ask(client.POST("/api/sources/mapping-tries", { body })),
  });
