import { useInfiniteQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type Token = Schemas["ApiTokenRead"];
export type Made = Schemas["TokenMade"];
export type Kind = Token["kind"];
export type Scope = Schemas["TokenScope"];

export function useTokens(kind: Kind) {
  return useInfiniteQuery({
    queryKey: ["tokens", kind],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/tokens", {
          params: { query: { kind, ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.next === null ? undefined : Number(page.next)),
  });
}

export interface NewToken {
  name: string;
  permissions: string[];
  expires_in_days: number;
  /** Null: it sees what its person sees. */
  scopes: Scope[] | null;
}

const useAttempt = attemptsOf(["tokens"]);

export const useMakeToken = () =>
  useAttempt(({ scopes, ...body }: NewToken) =>
    scopes === null
      ? ask(client.POST("/api/tokens", { body }))
      : ask(client.POST("/api/tokens/services", { body: { ...body, scopes } })),
  );

export const useRevokeToken = () =>
  useAttempt((token_id: number) =>
    ask(client.DELETE("/api/tokens/{token_id}", { params: { path: { token_id } } })),
  );
