import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, ProblemError, rememberCsrf, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Session = Schemas["SessionRead"];

async function readSession(): Promise<Session | null> {
  try {
    const session = await ask(client.GET("/api/session"));
    rememberCsrf(session.csrf_token);
    return session;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return null;
    throw error;
  }
}

export function useSession() {
  return useQuery({ queryKey: ["session"], queryFn: readSession, staleTime: 60_000 });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["SignIn"]) => ask(client.POST("/api/session", { body })),
    onSuccess: (session) => {
      rememberCsrf(session.csrf_token);
      queries.setQueryData(["session"], session);
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(client.DELETE("/api/session")),
    onSuccess: () => {
      // Said first, to the query that the page watches: cleared away, it would tell nobody.
      queries.setQueryData(["session"], null);
      queries.removeQueries({
        predicate: ({ queryKey }) => queryKey.length > 1 || queryKey[0] !== "session",
      });
    },
  });
}

const useChange = changesOf(["session"]);

export const useChangePassword = () =>
  useChange((body: Schemas["PasswordChange"]) =>
    ask(client.POST("/api/session/password", { body })),
  );

/** Whether this address leads to a company that one may enter by WeCom. */
export function useDoors() {
  const corp = new URLSearchParams(location.search).get("corp") ?? "";
  return useQuery({
    queryKey: ["doors", corp],
    queryFn: () =>
      ask(client.GET("/api/session/doors", { params: { query: corp ? { corp } : {} } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}

export function useOwnSessions() {
  return useQuery({
    queryKey: ["session", "open"],
    queryFn: () => ask(client.GET("/api/session/sessions")),
  });
}

/** One of them, or all others where none is named. */
export const useEndSession = () =>
  useChange((only: number | undefined) =>
    only === undefined
      ? ask(client.DELETE("/api/session/sessions"))
      : ask(
          client.DELETE("/api/session/sessions/{session_id}", {
            params: { path: { session_id: only } },
          }),
        ),
  );

export const useBeginFactor = () =>
  useChange((password: string) =>
    ask(client.POST("/api/session/second-factor", { body: { password } })),
  );

export const useConfirmFactor = () =>
  useChange((code: string) =>
    ask(client.POST("/api/session/second-factor/confirm", { body: { code } })),
  );

export const useRenewCodes = () =>
  useChange((password: string) =>
    ask(client.POST("/api/session/second-factor/recovery-codes", { body: { password } })),
  );

export const useEndFactor = () =>
  useChange((body: Schemas["FactorEnd"]) =>
    ask(client.POST("/api/session/second-factor/off", { body })),
  );
