import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Board = Schemas["PoolBoard"];
export type Pool = Schemas["PoolRead"];
export type NewPools = Schemas["NewPools"];

const MAKING_MS = 2_000;

/** Old pools; asked anew while codes are being made. */
export function useOldPools() {
  return useQuery({
    queryKey: ["old-pools"],
    queryFn: () => ask(client.GET("/api/old-pools")),
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data &&
      (query.state.data.queued > 0 || query.state.data.items.some((one) => waits(one)))
        ? MAKING_MS
        : false,
  });
}

/** Its code is asked for, and WeCom has not answered yet. */
export const waits = (one: Pool): boolean =>
  one.state === "queued" || (one.state === "made" && one.channel_status === "creating");

const useChange = changesOf(["old-pools"]);

export const useAddPools = (onDone: () => void) =>
  useChange((body: NewPools) => ask(client.POST("/api/old-pools", { body })), onDone);

export const useRetryPools = () =>
  useChange((_: undefined) => ask(client.POST("/api/old-pools/retry")));

export const useForgetPool = () =>
  useChange((id: number) =>
    ask(client.DELETE("/api/old-pools/{pool_id}", { params: { path: { pool_id: id } } })),
  );
