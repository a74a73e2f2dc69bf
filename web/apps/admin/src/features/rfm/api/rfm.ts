import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Read = Schemas["RfmRead"];
export type Run = Schemas["RfmRunRead"];
export type Cell = Schemas["RfmCellRead"];
export type Size = Schemas["RfmClassSize"];
export type Settings = Schemas["RfmSettings"];
export type SettingsRead = Schemas["RfmSettingsRead"];
export type Scale = Schemas["RfmScale"];
export type Cuts = Schemas["RfmCuts"];
export type Flow = Schemas["RfmFlow"];
export type Scored = Schemas["RfmScored"];
export type Person = Schemas["PersonRfm"];
export type ClassKey = Size["key"];
export type Dimension = "r" | "f" | "m";
export type Binning = NonNullable<Settings["r"]>;

export const CLASSES = [
  "important_value",
  "important_develop",
  "important_keep",
  "important_retain",
  "general_value",
  "general_develop",
  "general_keep",
  "general_retain",
] as const satisfies readonly ClassKey[];
export const DIMENSIONS = ["r", "f", "m"] as const satisfies readonly Dimension[];

/** Which people are looked at. */
export interface Chosen {
  key?: ClassKey | undefined;
  r?: number | undefined;
  f?: number | undefined;
}

const KEY = "rfm";
const BUSY_MS = 1500;

export function useRfm() {
  return useQuery({
    queryKey: [KEY, "now"],
    queryFn: () => ask(client.GET("/api/rfm")),
    refetchInterval: (query) => (query.state.data?.running ? BUSY_MS : false),
    retry: false,
  });
}

export function useHistory(run: number | undefined) {
  return useQuery({
    queryKey: [KEY, "history", run],
    queryFn: () => ask(client.GET("/api/rfm/history")),
    enabled: run !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function useFlows(run: number | undefined, before: number | undefined) {
  return useQuery({
    queryKey: [KEY, "flows", run, before],
    queryFn: () =>
      ask(client.GET("/api/rfm/flows", { params: { query: before ? { before } : {} } })),
    enabled: run !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function usePeople(run: number, chosen: Chosen, after: string | undefined) {
  const asked = {
    ...(chosen.key ? { key: chosen.key } : {}),
    ...(chosen.r ? { r: chosen.r } : {}),
    ...(chosen.f ? { f: chosen.f } : {}),
    ...(after ? { after } : {}),
  };
  return useQuery({
    queryKey: [KEY, "people", run, asked],
    queryFn: () => ask(client.GET("/api/rfm/people", { params: { query: asked } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useRuns() {
  return useQuery({
    queryKey: [KEY, "runs"],
    queryFn: () => ask(client.GET("/api/rfm/runs", { params: { query: { limit: 5 } } })),
    refetchInterval: (query) => (query.state.data?.items.some(isOpen) ? BUSY_MS : false),
  });
}

export const isOpen = (run: Run): boolean =>
  run.state === "waiting" || run.state === "reckoning" || run.state === "moving";

export function useReckon() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(client.POST("/api/rfm/runs")),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function usePreview() {
  return useMutation({
    mutationFn: (settings: Settings) =>
      ask(client.POST("/api/rfm/preview", { body: { settings } })),
  });
}

export function useSaveSettings(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { version: number; settings: Settings }) =>
      ask(client.PUT("/api/rfm/settings", { body })),
    onSuccess: () => {
      onDone();
      return queries.invalidateQueries({ queryKey: [KEY] });
    },
  });
}

/** A segment of who is in the class, or has the scores, whenever it is asked. */
export function useSaveSegment(onSaved: (segment: number) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, chosen }: { name: string; chosen: Chosen }) =>
      ask(
        client.POST("/api/segments", {
          body: {
            name,
            kind: "dynamic",
            folder: "",
            description: "",
            every_minutes: 5,
            tree: { op: "all", of: [leafOf(chosen)] },
          },
        }),
      ),
    onSuccess: (made) => {
      onSaved(made.id);
      return queries.invalidateQueries({ queryKey: ["segments"] });
    },
  });
}

function leafOf(chosen: Chosen) {
  return {
    leaf: "rfm" as const,
    classes: chosen.key ? [chosen.key] : [],
    ...(chosen.r ? { r: [chosen.r, chosen.r] as [number, number] } : {}),
    ...(chosen.f ? { f: [chosen.f, chosen.f] as [number, number] } : {}),
  };
}

export function usePerson(id: number) {
  return useQuery({
    queryKey: [KEY, "person", id],
    queryFn: () =>
      ask(
        client.GET("/api/customers/{customer_id}/rfm", { params: { path: { customer_id: id } } }),
      ),
    retry: false,
  });
}
