import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Summary = Schemas["LossSummary"];
export type Totals = Schemas["LossTotals"];
export type Loss = Schemas["LossItem"];
export type StaffLosses = Schemas["StaffLosses"];
export type Silence = Schemas["SilenceRead"];
export type Source = Schemas["ActivityRead"];

export const WHATS = ["relations", "persons", "returned"] as const;
export type What = (typeof WHATS)[number];

/** What the address of the page holds; days are the corp's. */
export interface Filter {
  from: string;
  to: string;
  what: What;
  by?: "customer" | "staff" | undefined;
  staff?: number | undefined;
  department?: number | undefined;
  channel?: number | undefined;
  back?: "yes" | "no" | undefined;
}

const PAGE = 50;

function query(filter: Filter) {
  return {
    from: filter.from,
    to: filter.to,
    ...(filter.staff ? { staff_id: filter.staff } : {}),
    ...(filter.department ? { department_id: filter.department } : {}),
    ...(filter.channel ? { channel_id: filter.channel } : {}),
  };
}

/** The days and their sums: who is looked at, not which tile is chosen. */
export function useSummary(filter: Filter) {
  const asked = query(filter);
  return useQuery({
    queryKey: ["losses", "summary", asked],
    queryFn: () => ask(client.GET("/api/losses/summary", { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

export function useLosses(filter: Filter, after: string | undefined) {
  const asked = {
    ...query(filter),
    what: filter.what,
    ...(filter.by ? { by: filter.by } : {}),
    ...(filter.back ? { back: filter.back } : {}),
    ...(after ? { after } : {}),
    limit: PAGE,
  };
  return useQuery({
    queryKey: ["losses", "list", asked],
    queryFn: () => ask(client.GET("/api/losses", { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

export function useStaffLosses(filter: Filter) {
  const asked = query(filter);
  return useInfiniteQuery({
    queryKey: ["losses", "staff", asked],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/losses/staff", {
          params: { query: { ...asked, ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    retry: false,
  });
}

export function useSilence() {
  return useQuery({ queryKey: ["silence"], queryFn: () => ask(client.GET("/api/silence")) });
}

export function useSilences(enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ["silence", "list"],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/silences", {
          params: { query: { which: "open", ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    enabled,
  });
}
