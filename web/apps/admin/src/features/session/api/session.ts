import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, ProblemError, rememberCsrf, type Schemas } from "@yutang/api";

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

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["PasswordChange"]) =>
      ask(client.POST("/api/session/password", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
}

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

function useOwn<Asked, Answer>(act: (asked: Asked) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
}

/** One of them, or all others where none is named. */
export const useEndSession = () =>
  useOwn((only: number | undefined) =>
    only === undefined
      ? ask(client.DELETE("/api/session/sessions"))
      : ask(
          client.DELETE("/api/session/sessions/{session_id}", {
            params: { path: { session_id: only } },
          }),
        ),
  );

export const useBeginFactor = () =>
  useOwn((password: string) =>
    ask(client.POST("/api/session/second-factor", { body: { password } })),
  );

export const useConfirmFactor = () =>
  useOwn((code: string) =>
    ask(client.POST("/api/session/second-factor/confirm", { body: { code } })),
  );

export const useRenewCodes = () =>
  useOwn((password: string) =>
    ask(client.POST("/api/session/second-factor/recovery-codes", { body: { password } })),
  );

export const useEndFactor = () =>
  useOwn((body: Schemas["FactorEnd"]) =>
    ask(client.POST("/api/session/second-factor/off", { body })),
  );
