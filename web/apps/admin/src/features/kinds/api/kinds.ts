import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Kind = Schemas["KindRead"];
export type Detail = Schemas["KindDetail"];
export type Property = Schemas["PropertyRead"];
export type Heap = Schemas["Heap"];
export type Decision = Schemas["Decision"];
export type Choice = Decision["choice"];
export type NewKind = Schemas["NewKind"];
export type KindChange = Schemas["KindChange"];
export type PropertyChange = Schemas["PropertyChange"];

export const TABS = ["kinds", "quarantine", "aliases"] as const;
export type Tab = (typeof TABS)[number];
export const HANDLINGS = [
  "keep",
  "sensitive",
  "personal",
  "ignore",
] as const satisfies readonly Property["handling"][];
export const TYPES = ["string", "number", "boolean", "time", "list"] as const;
/** What may be chosen for what was refused; the server holds the same. */
export const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  unknown_kind: ["custom", "existing", "refuse"],
  wrong_type: ["convert", "new_version", "ignore", "again", "refuse"],
  bad_name: ["ignore", "close", "again", "refuse"],
  too_many_properties: ["close", "again", "refuse"],
  too_long: ["ignore", "again", "refuse"],
  too_deep: ["ignore", "again", "refuse"],
};

const KEY = ["event-kinds"];

export function useKinds() {
  return useQuery({
    queryKey: [...KEY, "list"],
    queryFn: () => ask(client.GET("/api/event-kinds")),
    placeholderData: keepPreviousData,
  });
}

export function useKind(name: string) {
  return useQuery({
    queryKey: [...KEY, "one", name],
    queryFn: () => ask(client.GET("/api/event-kinds/{name}", { params: { path: { name } } })),
  });
}

export function useQuarantine() {
  return useQuery({
    queryKey: [...KEY, "quarantine"],
    queryFn: () => ask(client.GET("/api/event-kinds/quarantine")),
    refetchInterval: 10_000,
  });
}

export function usePurposes() {
  return useQuery({
    queryKey: ["privacy", "purposes"],
    queryFn: () => ask(client.GET("/api/privacy/purposes")),
    retry: false,
  });
}

const useChange = changesOf(KEY);

export const useAddKind = (onDone: (made: Detail) => void) =>
  useChange((body: NewKind) => ask(client.POST("/api/event-kinds", { body })), onDone);

export const useChangeKind = (name: string, onDone: () => void) =>
  useChange(
    (body: KindChange) =>
      ask(client.PUT("/api/event-kinds/{name}", { params: { path: { name } }, body })),
    onDone,
  );

export const useChangeProperty = (name: string, onDone: () => void) =>
  useChange(
    (body: PropertyChange) =>
      ask(client.PUT("/api/event-kinds/{name}/properties", { params: { path: { name } }, body })),
    onDone,
  );

export const useDecide = (onDone: (told: Schemas["Decided"]) => void) =>
  useChange(
    (body: Decision) => ask(client.POST("/api/event-kinds/quarantine/decisions", { body })),
    onDone,
  );
