import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type PageCode = Schemas["PageCodeRead"];
export type PageRule = Schemas["PageRule"];
export type NewPageCode = Schemas["PageCodeCreate"];
export type By = NonNullable<PageRule["by"]>;
export type Play = Schemas["PageSimulationWish"];
export type Played = Schemas["PageSimulation"];
export type Assignment = Schemas["AssignmentRead"];

export const BYS = ["round_robin", "weights", "least_today", "least_total"] as const satisfies By[];

const at = (id: number) => ({ params: { path: { channel_id: id } } });

/** The page of a page code; its ways are made in the background, so it is looked at again. */
export function usePageCode(id: number | undefined) {
  return useQuery({
    queryKey: ["channels", id, "page"],
    enabled: id !== undefined,
    queryFn: () => ask(client.GET("/api/page-codes/{channel_id}", at(id ?? 0))),
    refetchInterval: ({ state }) =>
      state.data && state.data.made < state.data.wanted ? 1000 : 5000,
  });
}

export function useResults(id: number, from: string) {
  return useQuery({
    queryKey: ["channels", id, "results", from],
    queryFn: () =>
      ask(
        client.GET("/api/page-codes/{channel_id}/results", {
          params: { path: { channel_id: id }, query: { from } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

export function useAssignments(id: number) {
  return useQuery({
    queryKey: ["channels", id, "assignments"],
    queryFn: () =>
      ask(
        client.GET("/api/page-codes/{channel_id}/assignments", {
          params: { path: { channel_id: id }, query: { limit: 20 } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

const useChange = changesOf(["channels"]);

/** Make one, or change the one of that id and version; answers its channel. */
export const useSavePageCode = (edited: { id: number; version: number } | undefined) =>
  useChange(async (body: NewPageCode): Promise<{ id: number }> => {
    const { channel_id } = edited
      ? await ask(
          client.PUT("/api/page-codes/{channel_id}", {
            ...at(edited.id),
            body: { ...body, version: edited.version },
          }),
        )
      : await ask(client.POST("/api/page-codes", { body }));
    return { id: channel_id };
  });

export const usePlay = () =>
  useMutation({
    mutationFn: (body: Play) => ask(client.POST("/api/page-codes/simulation", { body })),
  });
