import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";
import { asFile, sheetLanguage } from "../../../shared/sheetFile.ts";

export type Touchpoint = Schemas["TouchpointRead"];
export type NewTouchpoint = Schemas["NewTouchpoint"];
export type Kind = Touchpoint["kind"];
export type Gap = Touchpoint["gaps"][number];
export type Hook = Touchpoint["hook"];

export const KINDS = [
  "parcel",
  "order_page",
  "article",
  "video",
  "ad",
  "table",
  "till",
  "door",
  "other",
] as const satisfies Kind[];
export const GAPS = [
  "no_hook",
  "hook_over",
  "no_code",
  "owner_gone",
  "silent",
] as const satisfies Gap[];

export interface Filter {
  q?: string | undefined;
  kind?: Kind | undefined;
  gap?: Gap | undefined;
  standing?: "now" | "archived" | undefined;
}

export function useTouchpoints(filter: Filter) {
  const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
  return useQuery({
    queryKey: ["touchpoints", filter],
    queryFn: () => ask(client.GET("/api/touchpoints", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

/** Gifts that a touchpoint can promise. */
export function useGiftOptions() {
  const gifts = useQuery({
    queryKey: ["gifts", "list"],
    queryFn: () => ask(client.GET("/api/gifts")),
  });
  return (gifts.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }));
}

const useChange = changesOf(["touchpoints"]);

export const useSaveTouchpoint = (onDone: (saved: Touchpoint) => void) =>
  useChange(
    ({ row, body }: { row: Touchpoint | null; body: NewTouchpoint }) =>
      row === null
        ? ask(client.POST("/api/touchpoints", { body }))
        : ask(
            client.PUT("/api/touchpoints/{touchpoint_id}", {
              params: { path: { touchpoint_id: row.id } },
              body: { ...body, version: row.version },
            }),
          ),
    onDone,
  );

export const useArchive = (onDone: (now: Touchpoint) => void) =>
  useChange(
    ({ id, archived_at }: Touchpoint) =>
      ask(
        client.POST(
          archived_at === null
            ? "/api/touchpoints/{touchpoint_id}/archive"
            : "/api/touchpoints/{touchpoint_id}/restore",
          { params: { path: { touchpoint_id: id } } },
        ),
      ),
    onDone,
  );

/** Try a sheet, or write it: whole or not at all. */
export const sendSheet = (file: File, write: boolean, lang: string) =>
  ask(
    client.POST("/api/touchpoints/import", {
      params: { query: { name: file.name.slice(-200), write, lang: sheetLanguage(lang) } },
      ...asFile(file),
    }),
  );

export const templateHref = (lang: string): string =>
  `/api/touchpoints/template.csv?lang=${sheetLanguage(lang)}`;
