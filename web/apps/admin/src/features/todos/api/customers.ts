import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client } from "@yutang/api";
import { useTranslation } from "react-i18next";

const FOUND = 20;

/** Customers as a select lists them; searched on the server, nothing before something is typed. */
export function useCustomerOptions(q: string) {
  const { t } = useTranslation();
  const customers = useQuery({
    queryKey: ["choices", "customers", q],
    queryFn: () => ask(client.GET("/api/customers", { params: { query: { q, limit: FOUND } } })),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  });
  return {
    loading: customers.isFetching,
    options: (q ? (customers.data?.items ?? []) : []).map((one) => ({
      value: one.id,
      label: one.name || t("todos.nameless"),
    })),
  };
}
