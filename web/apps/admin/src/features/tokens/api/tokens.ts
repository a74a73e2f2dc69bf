import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

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

export function useMakeToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ scopes, ...body }: NewToken) =>
      scopes === null
        ? ask(client.POST("/api/tokens", { body }))
        : ask(client.POST("/api/tokens/services", { body: { ...body, scopes } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["tokens"] }),
  });
}

export function useRevokeToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token_id: number) =>
      ask(client.DELETE("/api/tokens/{token_id}", { params: { path: { token_id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["tokens"] }),
  });
}
