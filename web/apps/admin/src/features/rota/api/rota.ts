import { useMutation, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type Rota = Schemas["RotaRead"];
export type Rules = Schemas["RotaWrite"];
export type Span = Schemas["Span"];
export type Roster = Schemas["RosterRead"];
export type Member = Schemas["RosterMember"];
export type Overshoot = Schemas["OvershootRead"];
export type Simulation = Schemas["SimulationRead"];
export type SimulationWish = Schemas["SimulationWish"];

const NOW_MS = 5000;

export function useRota(id: number) {
  return useQuery({
    queryKey: ["rota", id, "rules"],
    queryFn: () =>
      ask(client.GET("/api/channels/{channel_id}/rota", { params: { path: { channel_id: id } } })),
  });
}

export function useRoster(id: number) {
  return useQuery({
    queryKey: ["rota", id, "roster"],
    queryFn: () =>
      ask(
        client.GET("/api/channels/{channel_id}/roster", { params: { path: { channel_id: id } } }),
      ),
    refetchInterval: NOW_MS,
  });
}

export function useOvershoot(id: number) {
  return useQuery({
    queryKey: ["rota", id, "overshoot"],
    queryFn: () =>
      ask(
        client.GET("/api/channels/{channel_id}/overshoot", {
          params: { path: { channel_id: id } },
        }),
      ),
    refetchInterval: 30_000,
  });
}

const useAttempt = attemptsOf(["rota"]);

export const useSaveRota = (id: number) =>
  useAttempt((body: Schemas["RotaUpdate"]) =>
    ask(
      client.PUT("/api/channels/{channel_id}/rota", {
        params: { path: { channel_id: id } },
        body,
      }),
    ),
  );

export const useSetDuty = () =>
  useAttempt(({ staff, off, until }: { staff: number; off: boolean; until?: string | undefined }) =>
    ask(
      client.PUT("/api/duties/{staff_id}", {
        params: { path: { staff_id: staff } },
        body: { off, ...(until ? { until } : {}) },
      }),
    ),
  );

export function useSimulation(id: number) {
  return useMutation({
    mutationFn: (body: SimulationWish) =>
      ask(
        client.POST("/api/channels/{channel_id}/simulation", {
          params: { path: { channel_id: id } },
          body,
        }),
      ),
  });
}
