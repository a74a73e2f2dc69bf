import { keepPreviousData, useQuery } from "@tanstack/react-query";
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

export function useCount(tree: Node | null) {
  return useQuery({
    queryKey: [KEY, "count", tree],
    queryFn: ({ signal }) =>
      ask(
        client.POST("/api/segments/count", { body: { ...asWire(tree), reachable: true }, signal }),
      ),
    enabled: tree !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
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
  return useQuery({
    queryKey: [KEY, "profile", tree],
    queryFn: ({ signal }) =>
      ask(client.POST("/api/segments/profile", { body: asWire(tree), signal })),
    enabled: tree !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export const SAMPLE = 8;

export function useSample(tree: Node | null, seed: number, size = SAMPLE) {
  return useQuery({
    queryKey: [KEY, "sample", tree, seed, size],
    queryFn: ({ signal }) =>
      ask(client.POST("/api/segments/sample", { body: { ...asWire(tree), size, seed }, signal })),
    enabled: tree !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useOverlap(tree: Node | null) {
  return useQuery({
    queryKey: [KEY, "overlap", tree],
    queryFn: ({ signal }) =>
      ask(client.POST("/api/segments/overlap", { body: asWire(tree), signal })),
    enabled: tree !== null,
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
