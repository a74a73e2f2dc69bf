import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type Rule = Schemas["RuleRead"];
export type Draft = Schemas["RuleDraft"];
export type Trigger = Draft["trigger"];
export type Act = Draft["acts"][number];
export type Where = NonNullable<Extract<Trigger, { on: "event" }>["where"]>[number];
export type Run = Schemas["RuleRun"];
export type RunDetail = Schemas["RuleRunDetail"];
export type Change = Schemas["RuleEffect"];
export type DryRun = Schemas["RuleDryRun"];
export type Starter = Schemas["RuleStarter"];
export type Outcome = Schemas["RuleOutcome"];
export type Condition = Rule["condition"];
export type Language = "zh" | "en";

/** Runs go on by themselves. */
const ASK_EVERY_MS = 5_000;
const RUNNING_MS = 1_500;
const CHANGES = 50;

const ruleAt = (id: number) => ({ params: { path: { rule_id: id } } });
const runAt = (id: number) => ({ params: { path: { run_id: id } } });

export const isOpen = (run: Run | null | undefined): boolean =>
  (run?.state === "waiting" || run?.state === "running") && run.cause !== "event";

export const isUndoing = (run: Run | undefined): boolean =>
  run?.undo != null && run.undo.ended_at === null;

export function useRules() {
  return useQuery({
    queryKey: ["tagrules", "list"],
    queryFn: () => ask(client.GET("/api/tag-rules")),
    refetchInterval: ASK_EVERY_MS,
  });
}

export function useRule(id: number | undefined) {
  return useQuery({
    queryKey: ["tagrules", "one", id],
    enabled: id !== undefined,
    queryFn: () => ask(client.GET("/api/tag-rules/{rule_id}", ruleAt(id ?? 0))),
  });
}

export function useRuns(id: number | undefined) {
  return useQuery({
    queryKey: ["tagrules", "runs", id],
    enabled: id !== undefined,
    queryFn: () => ask(client.GET("/api/tag-rules/{rule_id}/runs", ruleAt(id ?? 0))),
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data?.items.some((run) => isOpen(run) || isUndoing(run))
        ? RUNNING_MS
        : ASK_EVERY_MS,
  });
}

export function useRun(id: number) {
  return useQuery({
    queryKey: ["tagrules", "run", id],
    queryFn: () => ask(client.GET("/api/tag-rules/runs/{run_id}", runAt(id))),
    refetchInterval: (query) =>
      isOpen(query.state.data) || isUndoing(query.state.data) ? RUNNING_MS : ASK_EVERY_MS,
  });
}

export function useChanges(id: number) {
  return useInfiniteQuery({
    queryKey: ["tagrules", "changes", id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/tag-rules/runs/{run_id}/changes", {
          params: {
            path: { run_id: id },
            query: { limit: CHANGES, ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ASK_EVERY_MS,
  });
}

export function useKeptSegments(q: string) {
  return useQuery({
    queryKey: ["tagrules", "segments", q],
    queryFn: () =>
      ask(
        client.GET("/api/segments", { params: { query: { kind: "kept", ...(q ? { q } : {}) } } }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useStarters(language: Language) {
  return useQuery({
    queryKey: ["tagrules", "starters", language],
    queryFn: () => ask(client.GET("/api/tag-rules/starters", { params: { query: { language } } })),
  });
}

const useChange = attemptsOf(["tagrules"]);

export const useSave = (rule: Rule | undefined) =>
  useChange((draft: Draft) =>
    rule
      ? ask(
          client.PUT("/api/tag-rules/{rule_id}", {
            ...ruleAt(rule.id),
            body: { ...draft, version: rule.version },
          }),
        )
      : ask(client.POST("/api/tag-rules", { body: draft })),
  );

export const useSwitch = () =>
  useChange(({ id, on }: { id: number; on: boolean }) =>
    ask(client.PUT("/api/tag-rules/{rule_id}/state", { ...ruleAt(id), body: { enabled: on } })),
  );

export const useDelete = () =>
  useChange((id: number) => ask(client.DELETE("/api/tag-rules/{rule_id}", ruleAt(id))));

export const useRunNow = () =>
  useChange((id: number) => ask(client.POST("/api/tag-rules/{rule_id}/run", ruleAt(id))));

export const useStop = () =>
  useChange((id: number) => ask(client.POST("/api/tag-rules/runs/{run_id}/stop", runAt(id))));

export const useUndo = () =>
  useChange((id: number) => ask(client.POST("/api/tag-rules/runs/{run_id}/undo", runAt(id))));

export const useUseStarter = () =>
  useChange(({ key, language }: { key: string; language: Language }) =>
    ask(
      client.POST("/api/tag-rules/starters/{key}", {
        params: { path: { key } },
        body: { language },
      }),
    ),
  );

/** Asked by a press of the button: it changes nothing, but takes the engine's time. */
export const useDryRun = (rule: number | undefined) =>
  attemptsOf()((draft: Draft) =>
    ask(
      client.POST("/api/tag-rules/dry-run", {
        params: { query: { rule_id: rule ?? 0 } },
        body: draft,
      }),
    ),
  );
