import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client as typed } from "@yutang/api";
import { useEffect, useState } from "react";
import type { Node } from "./tree.ts";
import type { Counted, Explanation, Overlap, Profile, Sampled, Words } from "./types.ts";

// PROVISIONAL: until segs' paths are in the schema.
const client = typed as unknown as Record<"POST", (path: string, how?: object) => Promise<any>>;

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
    queryFn: ({ signal }): Promise<Counted> =>
      ask(client.POST("/api/segments/count", { body: { tree, reachable: true }, signal })),
    enabled: tree !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
}

export function useSentence(tree: Node | null) {
  return useQuery({
    queryKey: [KEY, "sentence", tree],
    queryFn: ({ signal }): Promise<Words> =>
      ask(client.POST("/api/segments/sentence", { body: { tree }, signal })),
    enabled: tree !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useProfile(tree: Node | null) {
  return useQuery({
    queryKey: [KEY, "profile", tree],
    queryFn: ({ signal }): Promise<Profile> =>
      ask(client.POST("/api/segments/profile", { body: { tree }, signal })),
    enabled: tree !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export const SAMPLE = 8;

export function useSample(tree: Node | null, seed: number, size = SAMPLE) {
  return useQuery({
    queryKey: [KEY, "sample", tree, seed, size],
    queryFn: ({ signal }): Promise<{ items: Sampled[] }> =>
      ask(client.POST("/api/segments/sample", { body: { tree, size, seed }, signal })),
    enabled: tree !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useOverlap(tree: Node | null) {
  return useQuery({
    queryKey: [KEY, "overlap", tree],
    queryFn: ({ signal }): Promise<Overlap> =>
      ask(client.POST("/api/segments/overlap", { body: { tree }, signal })),
    enabled: tree !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useExplain(tree: Node | null, customer: number | undefined) {
  return useQuery({
    queryKey: [KEY, "explain", tree, customer],
    queryFn: ({ signal }): Promise<Explanation> =>
      ask(client.POST("/api/segments/explain", { body: { tree, customer_id: customer }, signal })),
    enabled: tree !== null && customer !== undefined,
    retry: false,
    gcTime: 0,
  });
}
