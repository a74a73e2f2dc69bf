import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Report = Schemas["GrowthReport"];
export type Numbers = Schemas["GrowthNumbers"];
export type Row = Schemas["GrowthRow"];
export type Attribution = Schemas["AttributionReport"];
export type Cost = Schemas["ChannelMonthCost"];

export const DIMENSIONS = ["channel", "staff", "store", "day"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What the address of the page holds; days are the corp's. */
export interface Filter {
  from: string;
  to: string;
  staff?: number | undefined;
  department?: number | undefined;
  channel?: number | undefined;
  store?: number | undefined;
}

export function query(filter: Filter) {
  return {
    from: filter.from,
    to: filter.to,
    ...(filter.staff ? { staff_id: filter.staff } : {}),
    ...(filter.department ? { department_id: filter.department } : {}),
    ...(filter.channel ? { channel_id: filter.channel } : {}),
    ...(filter.store ? { store_id: filter.store } : {}),
  };
}

export function useReport(filter: Filter, by: Dimension) {
  const asked = { ...query(filter), by };
  return useQuery({
    queryKey: ["growth", asked],
    queryFn: () => ask(client.GET("/api/growth", { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

/** Where the file of what is shown lies. */
export function fileOf(filter: Filter, by: Dimension, lang: string): string {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query(filter), by, lang })) {
    asked.set(key, String(value));
  }
  return `/api/growth/export.csv?${asked}`;
}

export function useAttribution(filter: Filter) {
  const asked = { from: filter.from, to: filter.to };
  return useQuery({
    queryKey: ["attribution", asked],
    queryFn: () => ask(client.GET("/api/attribution", { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

export function useUnknownAdds(filter: Filter, enabled: boolean) {
  const asked = { from: filter.from, to: filter.to };
  return useInfiniteQuery({
    queryKey: ["attribution", "unknown", asked],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/attribution/unknown", {
          params: { query: { ...asked, ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    enabled,
  });
}

export function useCosts(channel: number) {
  return useQuery({
    queryKey: ["costs", channel],
    queryFn: () =>
      ask(
        client.GET("/api/channels/{channel_id}/costs", {
          params: { path: { channel_id: channel } },
        }),
      ),
  });
}

const useChange = changesOf(["costs"], ["growth"]);

export const useSetCosts = (channel: number, onDone: () => void) =>
  useChange(
    (months: Record<string, number | null>) =>
      ask(
        client.PUT("/api/channels/{channel_id}/costs", {
          params: { path: { channel_id: channel } },
          body: { months },
        }),
      ),
    onDone,
  );
