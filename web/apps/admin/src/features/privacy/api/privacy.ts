import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Privacy = Schemas["PrivacyRead"];
export type Retention = Schemas["RetentionRead"];
export type Purpose = Schemas["PurposeRead"];
export type PurposeChange = Schemas["PurposeChange"];
export type Erasure = Schemas["ErasureRead"];
export type Request = Schemas["PrivacyRequestRead"];
export type Export = Schemas["ExportRead"];
export type Person = Schemas["PersonPrivacy"];

const KEY = "privacy";
const MOVING_MS = 1000;
const CALM_MS = 15_000;

export const isOpen = (one: Pick<Erasure, "state">): boolean =>
  one.state === "queued" || one.state === "running";

export function usePrivacy() {
  return useQuery({ queryKey: [KEY, "kept"], queryFn: () => ask(client.GET("/api/privacy")) });
}

export function useSetRetention() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, days }: { kind: Retention["kind"]; days: number | null }) =>
      ask(
        client.PUT("/api/privacy/retentions/{kind}", {
          params: { path: { kind } },
          body: { days },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, "kept"] }),
  });
}

export function usePurposes() {
  return useQuery({
    queryKey: [KEY, "purposes"],
    queryFn: () => ask(client.GET("/api/privacy/purposes")),
  });
}

export function useSetPurpose() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: PurposeChange }) =>
      ask(client.PUT("/api/privacy/purposes/{key}", { params: { path: { key } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, "purposes"] }),
  });
}

export function useErasures(before: number | undefined) {
  return useQuery({
    queryKey: [KEY, "erasures", before],
    queryFn: () =>
      ask(client.GET("/api/privacy/erasures", { params: { query: before ? { before } : {} } })),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.items.some(isOpen) ? MOVING_MS : CALM_MS),
  });
}

/** What customers asked for on their own page and wait for, the oldest first. */
export function useWaiting(after: number | undefined) {
  return useQuery({
    queryKey: [KEY, "requests", after],
    queryFn: () =>
      ask(client.GET("/api/privacy/requests", { params: { query: after ? { after } : {} } })),
    placeholderData: keepPreviousData,
    refetchInterval: CALM_MS,
  });
}

/** The customer reads the words, with what was done or why it was declined. */
export function useAnswer(how: "done" | "decline") {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, words }: { id: number; words: string }) => {
      const asked = { params: { path: { request_id: id } }, body: { words } };
      return ask(
        how === "done"
          ? client.POST("/api/privacy/requests/{request_id}/done", asked)
          : client.POST("/api/privacy/requests/{request_id}/decline", asked),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY, "requests"] }),
  });
}

export function usePersonExports(before: number | undefined) {
  return useQuery({
    queryKey: [KEY, "exports", before],
    queryFn: () =>
      ask(client.GET("/api/privacy/exports", { params: { query: before ? { before } : {} } })),
    placeholderData: keepPreviousData,
    refetchInterval: CALM_MS,
  });
}

export function usePerson(id: number) {
  return useQuery({
    queryKey: [KEY, "person", id],
    queryFn: () =>
      ask(
        client.GET("/api/privacy/customers/{customer_id}", {
          params: { path: { customer_id: id } },
        }),
      ),
  });
}

export function useMarkMinor(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (minor: boolean) =>
      ask(
        client.PUT("/api/privacy/customers/{customer_id}/minor", {
          params: { path: { customer_id: id } },
          body: { minor },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, "person", id] }),
  });
}

export function useHandOut(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["PersonWish"]) =>
      ask(
        client.POST("/api/privacy/customers/{customer_id}/export", {
          params: { path: { customer_id: id } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, "exports"] }),
  });
}

export function usePlanErasure(id: number) {
  return useMutation({
    mutationFn: (reason: string) =>
      ask(
        client.POST("/api/privacy/customers/{customer_id}/erasure", {
          params: { path: { customer_id: id } },
          body: { reason },
        }),
      ),
  });
}

export function useConfirmErasure() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id: number; name: string }) =>
      ask(
        client.POST("/api/privacy/erasures/{erasure_id}/confirm", {
          params: { path: { erasure_id: id } },
          body: { name },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}

export const proofHref = (id: number, language: string): string =>
  `/api/privacy/erasures/${id}/proof.html?lang=${language === "en" ? "en" : "zh-CN"}`;
export const personHref = (id: number): string => `/api/privacy/exports/${id}/file`;
