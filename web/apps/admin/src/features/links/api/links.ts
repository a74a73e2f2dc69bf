import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Link = Schemas["LinkRead"];
export type LinkWish = Schemas["LinkCreate"];
export type Overview = Schemas["LinkOverview"];
export type Visit = Schemas["AttributedVisit"];

const AGAIN_MS = 15_000;
const working = (link: Link | undefined) =>
  link?.status === "creating" || link?.status === "updating" || link?.status === "deleting";

export function useLinks(q: string, after: number | undefined) {
  return useQuery({
    queryKey: ["links", "list", q, after],
    queryFn: () =>
      ask(
        client.GET("/api/links", {
          params: { query: { limit: 50, ...(q ? { q } : {}), ...(after ? { after } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 5000,
  });
}

export function useOverview() {
  return useQuery({
    queryKey: ["links", "overview"],
    queryFn: () => ask(client.GET("/api/links/overview")),
    refetchInterval: AGAIN_MS,
  });
}

export function useLink(id: number | undefined) {
  return useQuery({
    queryKey: ["links", id],
    enabled: id !== undefined,
    queryFn: () =>
      ask(client.GET("/api/links/{channel_id}", { params: { path: { channel_id: id ?? 0 } } })),
    // WeCom works in the background: look again quickly until it has answered.
    refetchInterval: (query) => (working(query.state.data) ? 500 : 5000),
  });
}

export function useVisits(id: number) {
  return useQuery({
    queryKey: ["links", id, "visits"],
    queryFn: () =>
      ask(client.GET("/api/links/{channel_id}/visits", { params: { path: { channel_id: id } } })),
    refetchInterval: 5000,
  });
}

export function useSourceDays(id: number) {
  return useQuery({
    queryKey: ["links", id, "days"],
    queryFn: () =>
      ask(client.GET("/api/links/{channel_id}/days", { params: { path: { channel_id: id } } })),
    refetchInterval: AGAIN_MS,
  });
}

const useChange = changesOf(["links"]);

/** Make one, or change the one of that id and version. */
export const useSaveLink = (edited: { id: number; version: number } | undefined) =>
  useChange((body: LinkWish) =>
    edited
      ? ask(
          client.PUT("/api/links/{channel_id}", {
            params: { path: { channel_id: edited.id } },
            body: { ...body, version: edited.version },
          }),
        )
      : ask(client.POST("/api/links", { body })),
  );

export const useRetryLink = (id: number) =>
  useChange(() =>
    ask(client.POST("/api/links/{channel_id}/retry", { params: { path: { channel_id: id } } })),
  );

export const useCountLink = (id: number) =>
  useChange(() =>
    ask(client.POST("/api/links/{channel_id}/count", { params: { path: { channel_id: id } } })),
  );

export const useDeleteLink = (id: number) =>
  useChange(() =>
    ask(client.DELETE("/api/links/{channel_id}", { params: { path: { channel_id: id } } })),
  );

export const useSetPrice = () =>
  useChange((cents: number | null) => ask(client.PUT("/api/links/price", { body: { cents } })));
