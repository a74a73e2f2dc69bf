import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type Person = Schemas["PersonRead"];
export type NewPerson = Schemas["NewPerson"];
export type PersonChange = Schemas["PersonChange"];
export type Scope = Schemas["ScopeRead"];
export type Role = Schemas["RoleRead"];
export type Roles = Schemas["RoleList"];
export type BuiltIn = NonNullable<NewPerson["role"]>;

export const BUILT_IN: readonly BuiltIn[] = [
  "owner",
  "admin",
  "operator",
  "manager",
  "staff",
  "auditor",
];

/** Those who get the whole company where nothing else is said. */
export const SEES_ALL: readonly string[] = ["owner", "admin", "operator", "auditor"];

export function usePeople(q: string, after: string | undefined) {
  return useQuery({
    queryKey: ["people", "list", q, after],
    queryFn: () =>
      ask(
        client.GET("/api/users", {
          params: { query: { ...(q ? { q } : {}), ...(after ? { after: Number(after) } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useRoles() {
  return useQuery({
    queryKey: ["people", "roles"],
    queryFn: () => ask(client.GET("/api/roles")),
  });
}

/** What one may give of a kind; the server searches, and leaves out what one does not hold. */
export function useScopes(kind: "department" | "store", q: string, enabled: boolean) {
  return useQuery({
    queryKey: ["people", "scopes", kind, q],
    enabled,
    queryFn: () =>
      ask(client.GET("/api/scopes", { params: { query: { kind, ...(q ? { q } : {}) } } })),
    placeholderData: keepPreviousData,
  });
}

const useChange = attemptsOf(["people"]);

const at = (id: number) => ({ params: { path: { user_id: id } } });

export const useInvite = () =>
  useChange((body: NewPerson) => ask(client.POST("/api/users", { body })));

export const useChangePerson = () =>
  useChange(({ id, body }: { id: number; body: PersonChange }) =>
    ask(client.PATCH("/api/users/{user_id}", { ...at(id), body })),
  );

export const useDisable = () =>
  useChange((id: number) => ask(client.POST("/api/users/{user_id}/disable", at(id))));

export const useEnable = () =>
  useChange((id: number) => ask(client.POST("/api/users/{user_id}/enable", at(id))));

export const useResetPassword = () =>
  useChange((id: number) => ask(client.POST("/api/users/{user_id}/password", at(id))));

export const useResetFactor = () =>
  useChange((id: number) => ask(client.DELETE("/api/users/{user_id}/second-factor", at(id))));

export function useSessionsOf(id: number) {
  return useQuery({
    queryKey: ["people", "sessions", id],
    queryFn: () => ask(client.GET("/api/users/{user_id}/sessions", at(id))),
  });
}

/** One of them, or all where none is named. */
export const useEndSessions = (id: number) =>
  useChange((only: number | undefined) =>
    only === undefined
      ? ask(client.DELETE("/api/users/{user_id}/sessions", at(id)))
      : ask(
          client.DELETE("/api/users/{user_id}/sessions/{session_id}", {
            params: { path: { user_id: id, session_id: only } },
          }),
        ),
  );

export const useSaveRole = () =>
  useChange(({ id, body }: { id: number | null; body: Schemas["NewRole"] }) =>
    id === null
      ? ask(client.POST("/api/roles", { body }))
      : ask(client.PATCH("/api/roles/{role_id}", { params: { path: { role_id: id } }, body })),
  );

export const useRemoveRole = () =>
  useChange((id: number) =>
    ask(client.DELETE("/api/roles/{role_id}", { params: { path: { role_id: id } } })),
  );

export function usePerson(id: number | undefined) {
  return useQuery({
    queryKey: ["people", "one", id],
    enabled: id !== undefined,
    queryFn: () => ask(client.GET("/api/users/{user_id}", at(id ?? 0))),
    retry: false,
  });
}
