import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";
import { sheetName, wholeBody } from "../../../shared/files.ts";

export type Gift = Schemas["GiftRead"];
export type NewGift = Schemas["NewGift"];
export type Phase = Gift["phase"];
export type Claim = Schemas["ClaimRead"];
export type CodesFound = Schemas["CodesFound"];
export type Taker = Schemas["TakerRead"];
export type Outsider = Schemas["OutsiderRead"];
export type TakerRules = Schemas["TakerRules"];
export type Reason = Taker["reason"];

export const TABS = ["gifts", "takers", "outsiders"] as const;
export type Tab = (typeof TABS)[number];
export const PHASES = ["draft", "scheduled", "running", "sold_out", "ended", "stopped"] as const;

export function useGifts() {
  return useQuery({
    queryKey: ["gifts", "list"],
    queryFn: () => ask(client.GET("/api/gifts")),
    refetchInterval: 10_000,
  });
}

export function useGift(id: number) {
  return useQuery({
    queryKey: ["gifts", "one", id],
    queryFn: () => ask(client.GET("/api/gifts/{gift_id}", { params: { path: { gift_id: id } } })),
    refetchInterval: 5_000,
    retry: false,
  });
}

export function useClaims(id: number, after: string | undefined) {
  return useQuery({
    queryKey: ["gifts", "claims", id, after],
    queryFn: () =>
      ask(
        client.GET("/api/gifts/{gift_id}/claims", {
          params: { path: { gift_id: id }, query: after ? { after } : {} },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
}

export function useTakers(reason: Reason | undefined, after: string | undefined) {
  return useQuery({
    queryKey: ["gifts", "takers", reason, after],
    queryFn: () =>
      ask(
        client.GET("/api/gifts/takers", {
          params: { query: { ...(reason ? { reason } : {}), ...(after ? { after } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useTakerRules() {
  return useQuery({
    queryKey: ["gifts", "rules"],
    queryFn: () => ask(client.GET("/api/gifts/taker-rules")),
  });
}

export function useOutsiders() {
  return useQuery({
    queryKey: ["gifts", "outsiders"],
    queryFn: () => ask(client.GET("/api/gifts/outsiders")),
  });
}

/** Groups of our own tags, of which one may say who only takes: WeCom's cannot. */
export function useOwnTags() {
  return useQuery({
    queryKey: ["gifts", "tags"],
    queryFn: async () => {
      const own = await ask(client.GET("/api/tags/groups", { params: { query: { kind: "own" } } }));
      const ids = new Set(own.items.map((group) => group.id));
      const all = await ask(client.GET("/api/tags"));
      return all.items.filter((group) => ids.has(group.id));
    },
  });
}

/** Customers by name, to mark one of them. */
const useChange = changesOf(["gifts"]);

export const useSaveGift = (onDone: (saved: Gift) => void) =>
  useChange(
    ({ gift, body }: { gift: Gift | null; body: NewGift }) =>
      gift === null
        ? ask(client.POST("/api/gifts", { body }))
        : ask(
            client.PUT("/api/gifts/{gift_id}", {
              params: { path: { gift_id: gift.id } },
              body: { ...body, version: gift.version },
            }),
          ),
    onDone,
  );

export const usePublish = (onDone: (now: Gift) => void) =>
  useChange(
    ({ id, version }: Gift) =>
      ask(
        client.POST("/api/gifts/{gift_id}/publish", {
          params: { path: { gift_id: id } },
          body: { version },
        }),
      ),
    onDone,
  );

export const useStop = (onDone: (now: Gift) => void) =>
  useChange(
    ({ id }: Gift) =>
      ask(client.POST("/api/gifts/{gift_id}/stop", { params: { path: { gift_id: id } } })),
    onDone,
  );

export const useSaveRules = (onDone: () => void) =>
  useChange((body: TakerRules) => ask(client.PUT("/api/gifts/taker-rules", { body })), onDone);

export const useMark = (onDone: () => void) =>
  useChange(
    ({ id, why }: { id: number; why: string }) =>
      ask(
        client.PUT("/api/gifts/outsiders/{customer_id}", {
          params: { path: { customer_id: id } },
          body: { why },
        }),
      ),
    onDone,
  );

export const useClear = () =>
  useChange((id: number) =>
    ask(
      client.DELETE("/api/gifts/outsiders/{customer_id}", {
        params: { path: { customer_id: id } },
      }),
    ),
  );

export function useSendCodes(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      ask(
        client.POST("/api/gifts/{gift_id}/codes", {
          params: { path: { gift_id: id }, query: { name: sheetName(file) } },
          ...wholeBody(file),
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["gifts"] }),
  });
}
