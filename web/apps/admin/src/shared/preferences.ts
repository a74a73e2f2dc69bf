import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Preferences = Schemas["PreferencesRead"];
export type PreferencesChange = Omit<Schemas["PreferencesChange"], "version">;

/** What the corp chose; read by who may see the settings. */
export function usePreferences(enabled = true) {
  return useQuery({
    queryKey: ["preferences"],
    queryFn: () => ask(client.GET("/api/settings/preferences")),
    enabled,
  });
}

/** Change some of them; fails when somebody else did since they were read. */
export function useChangePreferences() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, change }: { version: number; change: PreferencesChange }) =>
      ask(client.PATCH("/api/settings/preferences", { body: { version, ...change } })),
    onSettled: () =>
      Promise.all(
        ["preferences", "room", "silence", "overview", "tags"].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}
