import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { ask, client } from "@yutang/api";
import { useEffect, useState } from "react";
import { asWire } from "./segments.ts";
import type { Node } from "./tree.ts";

/** So long after the last change it is asked; a question that a newer one overtakes is aborted. */
const SETTLE_MS = 150;
const KEY = "segments";

/** The tree as it is once nothing changed for a moment. */
export function useSettled(tree: Node | null): Node | null {
  const text = JSON.stringify(tree);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (text === settled) return;
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text, settled]);
  return JSON.parse(settled) as Node | null;
}

const counting = (tree: Node | null) =>
  queryOptions({
    queryKey: [KEY, "count", tree],
    queryFn: ({ signal }) =>
      ask(
        client.POST("/api/segments/count", { body: { ...asWire(tree), reachable: true }, signal }),
      ),
    gcTime: 0,
    retry: false,
  });

export function useCount(tree: Node | null) {
  return useQuery({
    ...counting(tree),
    enabled: tree !== null,
    placeholderData: keepPreviousData,
  });
}

/** Where a count stands beside: what is shown of the people is asked after it, and anew with it. */
function useBeside(tree: Node | null) {
  const { data, isFetching } = useQuery({ ...counting(tree), enabled: false });
  return { count: data?.count, ready: tree !== null && !(isFetching && !data) };
}

export function useSentence(tree: Node | null) {
  return useQuery({
    queryKey: [KEY, "sentence", tree],
    queryFn: ({ signal }) =>
      ask(client.POST("/api/segments/sentence", { body: asWire(tree), signal })),
    enabled: tree !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useProfile(tree: Node | null) {
  const { count, ready } = useBeside(tree);
  return useQuery({
    queryKey: [KEY, "profile", tree, count],
    queryFn: ({ signal }) =>
      ask(client.POST("/api/segments/profile", { body: asWire(tree), signal })),
    enabled: ready,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export const SAMPLE = 8;

export function useSample(tree: Node | null, seed: number, size = SAMPLE) {
  const { count, ready } = useBeside(tree);
  return useQuery({
    queryKey: [KEY, "sample", tree, count, seed, size],
    queryFn: ({ signal }) =>
      ask(client.POST("/api/segments/sample", { body: { ...asWire(tree), size, seed }, signal })),
    enabled: ready,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useOverlap(tree: Node | null) {
  const { count, ready } = useBeside(tree);
  return useQuery({
    queryKey: [KEY, "overlap", tree, count],
    queryFn: ({ signal }) =>
      ask(client.POST("/api/segments/overlap", { body: asWire(tree), signal })),
    enabled: ready,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useExplain(tree: Node | null, customer: number | undefined) {
  return useQuery({
    queryKey: [KEY, "explain", tree, customer],
    queryFn: ({ signal }) =>
      ask(
        client.POST("/api/segments/explain", {
          body: { ...asWire(tree), customer_id: customer ?? 0 },
          signal,
        }),
      ),
    enabled: tree !== null && customer !== undefined,
    retry: false,
    gcTime: 0,
  });
}
