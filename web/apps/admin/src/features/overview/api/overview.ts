import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { useEffect, useState } from "react";

export type Overview = Schemas["Overview"];
export type Today = Schemas["AddSummary"];

const DAYS_MS = 60_000;
const DEAR_MS = 10_000;

export function useOverview() {
  return useQuery({
    queryKey: ["overview"],
    queryFn: () => ask(client.GET("/api/overview")),
    refetchInterval: DAYS_MS,
  });
}

export function useToday() {
  return useQuery({
    queryKey: ["adds", "today"],
    queryFn: () => ask(client.GET("/api/adds/summary")),
    staleTime: DAYS_MS,
  });
}

/** Follows the day's numbers as the server tells them; returns whether the line stands. */
export function useLive(): boolean {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  useEffect(() => {
    let asked = 0;
    const stream = new EventSource("/api/live");
    stream.onopen = () => setLive(true);
    // The browser opens it again by itself.
    stream.onerror = () => setLive(false);
    stream.addEventListener("today", (event) => {
      const now: Today = JSON.parse(event.data);
      const before = queries.getQueryData<Today>(["adds", "today"]);
      queries.setQueryData(["adds", "today"], now);
      if (before && changed(before, now)) {
        // A list one has scrolled far down in is left alone; it says that there is more above.
        queries.invalidateQueries({
          queryKey: ["adds", "list"],
          predicate: ({ state }) => pagesIn(state.data) <= 1,
        });
        // Counting many customers, and two weeks by code, is dear: not at each of many changes.
        queries.invalidateQueries({
          queryKey: ["customers"],
          predicate: ({ queryKey }) => queryKey[1] !== "count",
        });
        if (Date.now() - asked > DEAR_MS) {
          asked = Date.now();
          queries.invalidateQueries({ queryKey: ["overview"] });
          queries.invalidateQueries({ queryKey: ["customers", "count"] });
        }
      }
    });
    stream.addEventListener("signed_out", () => {
      stream.close();
      queries.invalidateQueries({ queryKey: ["session"] });
    });
    return () => stream.close();
  }, [queries]);
  return live;
}

function pagesIn(data: unknown): number {
  const pages = (data as { pages?: unknown[] } | undefined)?.pages;
  return pages?.length ?? 1;
}

function changed(before: Today, now: Today): boolean {
  return JSON.stringify({ ...before, as_of: "" }) !== JSON.stringify({ ...now, as_of: "" });
}
