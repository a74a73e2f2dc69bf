import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Order = Schemas["OrderRow"];
export type OrderDetail = Schemas["OrderDetail"];
export type Orders = Schemas["CustomerOrders"];
export type Advice = Schemas["Advice"];
export type Status = Order["status"];

export const STATUSES = ["placed", "paid", "shipped", "completed", "cancelled"] as const;
const PAGE = 50;

/** What the address of the page holds; days are the corp's, money in yuan. */
export interface Filter {
  from?: string | undefined;
  to?: string | undefined;
  source?: string | undefined;
  status?: Status | undefined;
  refunded?: "yes" | "no" | undefined;
  staff?: number | undefined;
  store?: number | undefined;
  customer?: number | undefined;
  least?: number | undefined;
  most?: number | undefined;
  number?: string | undefined;
}

function query(filter: Filter) {
  return {
    ...(filter.from ? { from: filter.from } : {}),
    ...(filter.to ? { to: filter.to } : {}),
    ...(filter.source ? { source: filter.source } : {}),
    ...(filter.status ? { status: [filter.status] } : {}),
    ...(filter.refunded ? { refunded: filter.refunded } : {}),
    ...(filter.staff ? { staff_id: filter.staff } : {}),
    ...(filter.store ? { store_id: filter.store } : {}),
    ...(filter.customer ? { customer_id: filter.customer } : {}),
    ...(filter.least === undefined ? {} : { least: filter.least * 100 }),
    ...(filter.most === undefined ? {} : { most: filter.most * 100 }),
    ...(filter.number ? { number: filter.number } : {}),
  };
}

export function useOrders(filter: Filter, after: string | undefined) {
  const asked = { ...query(filter), ...(after ? { after } : {}), limit: PAGE };
  return useQuery({
    queryKey: ["orders", "list", asked],
    queryFn: () => ask(client.GET("/api/orders", { params: { query: asked } })),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
}

export function useOrder(id: number) {
  return useQuery({
    queryKey: ["orders", "one", id],
    queryFn: () =>
      ask(client.GET("/api/orders/{order_id}", { params: { path: { order_id: id } } })),
    retry: false,
  });
}

export function useCustomerOrders(id: number) {
  return useQuery({
    queryKey: ["orders", "customer", id],
    queryFn: () =>
      ask(
        client.GET("/api/customers/{customer_id}/orders", {
          params: { path: { customer_id: id }, query: { limit: PAGE } },
        }),
      ),
  });
}

export function useExportOrders() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ filter, lang }: { filter: Filter; lang: "zh-CN" | "en" }) =>
      ask(client.POST("/api/orders/export", { params: { query: { ...query(filter), lang } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["exports"] }),
  });
}
