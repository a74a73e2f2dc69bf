import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";
import { asFile, sheetLanguage } from "../../../shared/sheetFile.ts";

export type Store = Schemas["StoreRead"];
export type StoreDetail = Schemas["StoreDetail"];
export type StoreFacts = Schemas["NewStore"];
export type State = "open" | "closed" | "all";

export interface StoreFilter {
  q?: string | undefined;
  city?: string | undefined;
  state?: State | undefined;
}

function queryOf({ q, city, state }: StoreFilter) {
  return { ...(q ? { q } : {}), ...(city ? { city } : {}), ...(state ? { state } : {}) };
}

export function useStores(filter: StoreFilter, after: string | undefined) {
  return useQuery({
    queryKey: ["stores", "list", filter, after],
    queryFn: () =>
      ask(
        client.GET("/api/stores", {
          params: { query: { ...queryOf(filter), ...(after ? { after } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useCities() {
  return useQuery({
    queryKey: ["stores", "cities"],
    queryFn: () => ask(client.GET("/api/stores/cities")),
  });
}

export function useStore(id: number) {
  return useQuery({
    queryKey: ["stores", "one", id],
    queryFn: () =>
      ask(client.GET("/api/stores/{store_id}", { params: { path: { store_id: id } } })),
    retry: false,
  });
}

const useChange = changesOf(["stores"]);

/**
 * Make one, or make a known one what the body says. `onDone` is told whatever is on the page by
 * then: a form is drawn anew for what it saved.
 */
export const useSaveStore = (onDone: (saved: StoreDetail) => void) =>
  useChange(
    ({ store, body }: { store: StoreDetail | null; body: StoreFacts }) =>
      store === null
        ? ask(client.POST("/api/stores", { body }))
        : ask(
            client.PUT("/api/stores/{store_id}", {
              params: { path: { store_id: store.id } },
              body: { ...body, version: store.version },
            }),
          ),
    onDone,
  );

export const useCloseStore = (onDone: (now: StoreDetail) => void) =>
  useChange(
    ({ id, version, closed_at }: StoreDetail) =>
      ask(
        client.POST(
          closed_at === null ? "/api/stores/{store_id}/close" : "/api/stores/{store_id}/reopen",
          { params: { path: { store_id: id } }, body: { version } },
        ),
      ),
    onDone,
  );

/** Try a sheet, or write it: whole or not at all. */
export const sendSheet = (file: File, write: boolean, lang: string) =>
  ask(
    client.POST("/api/stores/import", {
      params: { query: { name: file.name.slice(-200), write, lang: sheetLanguage(lang) } },
      ...asFile(file),
    }),
  );

export const templateHref = (lang: string): string =>
  `/api/stores/template.csv?lang=${sheetLanguage(lang)}`;

export function exportHref(filter: StoreFilter, lang: string): string {
  return `/api/stores/export.csv?${new URLSearchParams({ ...queryOf(filter), lang: sheetLanguage(lang) })}`;
}
