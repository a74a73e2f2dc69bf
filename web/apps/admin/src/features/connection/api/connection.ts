import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Connection = Schemas["ConnectionRead"];
export type Check = Schemas["Check"];
export type Refusal = Schemas["RefusalRead"];
export type VerifyFile = Schemas["VerifyFileRead"];
export type AppKeys = Pick<Schemas["AppKeys"], "secret" | "callback_token" | "aes_key">;

export const MAX_UPLOAD_BYTES = 4096;

export function useConnection() {
  return useQuery({
    queryKey: ["connection"],
    queryFn: () => ask(client.GET("/api/wecom/connection")),
    refetchInterval: 10_000,
  });
}

/** Asks WeCom when the page opens or its language changes, then only when a person wants it. */
export function useChecks(enabled: boolean, lang: "zh" | "en") {
  return useQuery({
    queryKey: ["connection-checks", lang],
    queryFn: () =>
      ask(client.POST("/api/wecom/connection/checks", { params: { query: { lang } } })),
    enabled,
    retry: false,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function useReplaceKeys() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ app, keys }: { app: number; keys: AppKeys }) =>
      ask(
        client.PUT("/api/wecom/connection/apps/{agent_id}", {
          params: { path: { agent_id: app } },
          body: keys,
        }),
      ),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ["connection"] });
      queries.invalidateQueries({ queryKey: ["connection-checks"] });
    },
  });
}

const useChange = changesOf(["connection"]);

export const useUploadFile = () =>
  useChange((file: { name: string; content: string }) =>
    ask(client.POST("/api/wecom/connection/verify-files", { body: file })),
  );

export const useDeleteFile = () =>
  useChange((name: string) =>
    ask(client.DELETE("/api/wecom/connection/verify-files/{name}", { params: { path: { name } } })),
  );
