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
      queries.clear();
      queries.setQueryData(["session"], null);
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
