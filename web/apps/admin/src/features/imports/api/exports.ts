import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Export = Schemas["ExportRead"];
export type Wish = Schemas["ExportWish"];

const MOVING_MS = 1000;

export const isMoving = (one: Pick<Export, "state">): boolean =>
  one.state === "queued" || one.state === "running";

export function useExports(before: number | undefined, enabled = true) {
  return useQuery({
    queryKey: ["exports", before],
    queryFn: () => ask(client.GET("/api/exports", { params: { query: before ? { before } : {} } })),
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: (query) => (query.state.data?.items.some(isMoving) ? MOVING_MS : 15_000),
  });
}

export function useExportColumns(enabled: boolean) {
  return useQuery({
    queryKey: ["exports", "columns"],
    queryFn: () => ask(client.GET("/api/exports/columns")),
    enabled,
    staleTime: 60_000,
  });
}

const useChange = changesOf(["exports"]);

/** `query` is the list's own, as its calls to the API carry it. */
export const useAskForExport = () =>
  useChange(({ wish, query }: { wish: Wish; query: Record<string, unknown> }) =>
    ask(client.POST("/api/exports", { params: { query }, body: wish })),
  );

export const useStopExport = () =>
  useChange((id: number) =>
    ask(client.POST("/api/exports/{export_id}/stop", { params: { path: { export_id: id } } })),
  );

export const fileHref = (id: number): string => `/api/exports/${id}/file`;
