import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { ask, client } from "@yutang/api";
import { useTranslation } from "react-i18next";

// What forms and filters of every feature choose from; searched on the server.
const LIBRARY_MS = 60_000;

export function findStaff(q: string, department: number | undefined, limit = 50) {
  return ask(
    client.GET("/api/staff", {
      params: { query: { q, limit, ...(department ? { department } : {}) } },
    }),
  );
}

export function useStaff(q: string, department?: number) {
  return useQuery({
    queryKey: ["staff", q, department],
    queryFn: () => findStaff(q, department),
    placeholderData: keepPreviousData,
  });
}

/** Members as a select lists them. */
export function useStaffOptions(q: string) {
  const staff = useStaff(q);
  return {
    loading: staff.isFetching,
    options: (staff.data?.items ?? []).map((one) => ({
      value: one.id,
      label: `${one.name} · ${one.departments[0]?.name ?? one.account}`,
    })),
  };
}

/** Codes as a select lists them. */
export function useChannelOptions(q: string) {
  const channels = useQuery({
    queryKey: ["choices", "channels", q],
    queryFn: () => ask(client.GET("/api/channels", { params: { query: { q, limit: 20 } } })),
    placeholderData: keepPreviousData,
  });
  return {
    loading: channels.isFetching,
    options: (channels.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
  };
}

/** Stores as a select lists them. */
export function useStoreOptions(q: string) {
  const stores = useQuery({
    queryKey: ["choices", "stores", q],
    queryFn: () => ask(client.GET("/api/stores", { params: { query: { q, limit: 20 } } })),
    placeholderData: keepPreviousData,
  });
  return {
    loading: stores.isFetching,
    options: (stores.data?.items ?? []).map((one) => ({
      value: one.id,
      label: `${one.name} · ${one.number}`,
    })),
  };
}

/** Customers as a select lists them; searched on the server, nothing before something is typed. */
export function useCustomerOptions(q: string) {
  const { t } = useTranslation();
  const customers = useQuery({
    queryKey: ["choices", "customers", q],
    queryFn: () => ask(client.GET("/api/customers", { params: { query: { q, limit: 20 } } })),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  });
  return {
    loading: customers.isFetching,
    options: (q ? (customers.data?.items ?? []) : []).map((one) => ({
      value: one.id,
      label: one.name || t("customers.nameless"),
    })),
  };
}

/** What a member is called of whom an address holds the id only. */
export function useStaffName(id: number | undefined): string | undefined {
  const staff = useQuery({
    queryKey: ["choices", "member", id],
    queryFn: () =>
      ask(client.GET("/api/staff", { params: { query: { after: (id ?? 1) - 1, limit: 1 } } })),
    enabled: id !== undefined,
  });
  const first = staff.data?.items[0];
  return first?.id === id ? first?.name : undefined;
}

export function useChannelName(id: number | undefined): string | undefined {
  const channel = useQuery({
    queryKey: ["choices", "channel", id],
    queryFn: () =>
      ask(client.GET("/api/channels/{channel_id}", { params: { path: { channel_id: id ?? 0 } } })),
    enabled: id !== undefined,
    retry: false,
  });
  return channel.data?.name;
}

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

export function useSegmentName(id: number | undefined): string | undefined {
  const segment = useQuery({
    queryKey: ["choices", "segment", id],
    queryFn: () =>
      ask(client.GET("/api/segments/{segment_id}", { params: { path: { segment_id: id ?? 0 } } })),
    enabled: id !== undefined,
    retry: false,
  });
  return segment.data?.name;
}

/** Segments as a select lists them. */
export function useSegmentOptions(q: string) {
  const segments = useQuery({
    queryKey: ["choices", "segments", q],
    queryFn: () => ask(client.GET("/api/segments", { params: { query: { q, limit: 20 } } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return {
    loading: segments.isFetching,
    options: (segments.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
  };
}

export const everyDepartment = queryOptions({
  queryKey: ["departments"],
  queryFn: () => ask(client.GET("/api/departments")),
  staleTime: LIBRARY_MS,
});

export const everyTag = queryOptions({
  queryKey: ["tags"],
  queryFn: () => ask(client.GET("/api/tags")),
  staleTime: LIBRARY_MS,
});

export const useDepartments = () => useQuery(everyDepartment);

export const useTags = () => useQuery(everyTag);
