import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client } from "@yutang/api";

/** Stores as a select lists them; searched on the server. */
export function useStoreOptions(q: string) {
  const stores = useQuery({
    queryKey: ["choices", "stores", q],
    queryFn: () => ask(client.GET("/api/stores", { params: { query: { q, limit: 20 } } })),
    placeholderData: keepPreviousData,
  });
  return {
    loading: stores.isFetching,
    options: (stores.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
  };
}

/** What a store is called of which an address holds the id only. */
export function useStoreName(id: number | undefined): string | undefined {
  const store = useQuery({
    queryKey: ["choices", "store", id],
    queryFn: () =>
      ask(client.GET("/api/stores/{store_id}", { params: { path: { store_id: id ?? 0 } } })),
    enabled: id !== undefined,
    retry: false,
  });
  return store.data?.name;
}
