import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Channel = Schemas["ChannelRead"];
export type NewChannel = Schemas["ChannelCreate"];
export type Status = Channel["status"];

/** Those a list can be narrowed to; a deleted code is in no list. */
export const STATUSES = [
  "active",
  "creating",
  "updating",
  "failed",
  "deleting",
] as const satisfies Status[];

export interface ListFilter {
  q?: string | undefined;
  status?: Status | undefined;
  after?: number | undefined;
  before?: number | undefined;
}

const working = (status: Status | undefined): boolean =>
  status === "creating" || status === "updating" || status === "deleting";

export function useChannels(filter: ListFilter) {
  return useQuery({
    queryKey: ["channels", "list", filter],
    queryFn: () =>
      ask(
        client.GET("/api/channels", {
          params: {
            query: {
              limit: 50,
              kind: ["direct", "page"],
              ...(filter.q ? { q: filter.q } : {}),
              ...(filter.status ? { status: [filter.status] } : {}),
              ...(filter.after ? { after: filter.after } : {}),
              ...(filter.before ? { before: filter.before } : {}),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 5000,
  });
}

export function useChannel(id: number | undefined) {
  return useQuery({
    queryKey: ["channels", id],
    enabled: id !== undefined,
    queryFn: () =>
      ask(client.GET("/api/channels/{channel_id}", { params: { path: { channel_id: id ?? 0 } } })),
    // WeCom works in the background: look again quickly until it has answered.
    refetchInterval: (query) => (working(query.state.data?.status) ? 500 : 5000),
  });
}

export function useStatistics(id: number, from: string | undefined, to: string | undefined) {
  return useQuery({
    queryKey: ["channels", id, "statistics", from, to],
    queryFn: () =>
      ask(
        client.GET("/api/channels/{channel_id}/statistics", {
          params: {
            path: { channel_id: id },
            query: { ...(from ? { from } : {}), ...(to ? { to } : {}) },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

const useChange = changesOf(["channels"]);

/** Make one, or change the one of that id and version. */
export const useSaveChannel = (edited: { id: number; version: number } | undefined) =>
  useChange((body: NewChannel) =>
    edited
      ? ask(
          client.PUT("/api/channels/{channel_id}", {
            params: { path: { channel_id: edited.id } },
            body: { ...body, version: edited.version },
          }),
        )
      : ask(client.POST("/api/channels", { body })),
  );

export const useRetryChannel = (id: number) =>
  useChange(() =>
    ask(client.POST("/api/channels/{channel_id}/retry", { params: { path: { channel_id: id } } })),
  );

export function useDeleteChannel() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      ask(client.DELETE("/api/channels/{channel_id}", { params: { path: { channel_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["channels", "list"] }),
  });
}
