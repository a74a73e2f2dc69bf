import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Batch = Schemas["BatchRead"];

const UNDER_WAY_MS = 1000;

const language = (lang: string): "zh-CN" | "en" => (lang === "en" ? "en" : "zh-CN");

export const templateHref = (lang: string): string =>
  `/api/channel-batches/template.csv?lang=${language(lang)}`;

export const resultHref = (id: number, kind: "xlsx" | "zip", lang: string): string =>
  `/api/channel-batches/${id}/codes.${kind}?lang=${language(lang)}`;

export function useCheckFile() {
  return useMutation({
    mutationFn: (file: File) =>
      ask(
        client.POST("/api/channel-batches", {
          params: { query: { name: file.name.slice(-200) } },
          body: file as unknown as string,
          bodySerializer: (body) => body as unknown as Blob,
          headers: { "Content-Type": "application/octet-stream" },
        }),
      ),
  });
}

export function useBatch(id: number | undefined) {
  return useQuery({
    queryKey: ["codebatches", id],
    enabled: id !== undefined,
    queryFn: () =>
      ask(
        client.GET("/api/channel-batches/{batch_id}", { params: { path: { batch_id: id ?? 0 } } }),
      ),
    refetchInterval: (query) => {
      const told = query.state.data;
      return told && isOpen(told) ? UNDER_WAY_MS : false;
    },
  });
}

/** Until every code has its picture, or was refused one. */
export const isOpen = (one: Batch): boolean =>
  one.state === "running" || one.ready + one.failed < one.made;

/** The newest files of codes. */
export function useBatches() {
  return useQuery({
    queryKey: ["codebatches", "list"],
    queryFn: () => ask(client.GET("/api/channel-batches")),
    refetchInterval: (query) => (query.state.data?.items.some(isOpen) ? UNDER_WAY_MS : false),
  });
}

export function useMakeCodes() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, tags, skipVerify }: { id: number; tags: number[]; skipVerify: boolean }) =>
      ask(
        client.POST("/api/channel-batches/{batch_id}/make", {
          params: { path: { batch_id: id } },
          body: { tag_ids: tags, skip_verify: skipVerify },
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["codebatches"] }),
        queries.invalidateQueries({ queryKey: ["channels"] }),
      ]),
  });
}

export function useStopBatch() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      ask(
        client.POST("/api/channel-batches/{batch_id}/stop", {
          params: { path: { batch_id: id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["codebatches"] }),
  });
}
