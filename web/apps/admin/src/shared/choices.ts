import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client } from "@yutang/api";

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

export function useDepartments() {
  return useQuery({
    queryKey: ["departments"],
    queryFn: () => ask(client.GET("/api/departments")),
    staleTime: LIBRARY_MS,
  });
}

export function useTags() {
  return useQuery({
    queryKey: ["tags"],
    queryFn: () => ask(client.GET("/api/tags")),
    staleTime: LIBRARY_MS,
  });
}
