import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type Act = Schemas["BulkActRead"];
export type OutcomeCount = Schemas["OutcomeCount"];

/** What a list asks, as the API takes it; the list's page makes it. */
export type Query = Readonly<Record<string, unknown>>;

export type Selection = { kind: "ids"; ids: readonly number[] } | { kind: "filter"; query: Query };

export interface Wish {
  kind: "put_tag" | "take_tag" | "set_stage";
  arguments: Record<string, unknown>;
}

const PLANNING_MS = 300;
const RUNNING_MS = 1000;
const RESTING_MS = 15_000;
const SHOWN = 30;

export const working = (act: Act): boolean => act.state === "planning" || act.state === "running";

/** The number that stands on the button and must be the server's own. */
export const skipped = (act: Act): OutcomeCount[] =>
  act.plan.filter((one) => one.outcome !== "changed");

export function useAct(id: number | undefined) {
  return useQuery({
    queryKey: ["bulk", "one", id],
    queryFn: () =>
      ask(client.GET("/api/bulk-acts/{act_id}", { params: { path: { act_id: id ?? 0 } } })),
    enabled: id !== undefined,
    refetchInterval: ({ state }) =>
      state.data?.state === "planning"
        ? PLANNING_MS
        : state.data?.state === "running"
          ? RUNNING_MS
          : false,
  });
}

/** The newest acts; asked often while one of them works. */
export function useActs(after?: string, enabled = true) {
  return useQuery({
    queryKey: ["bulk", "list", after],
    queryFn: () =>
      ask(
        client.GET("/api/bulk-acts", {
          params: { query: { limit: SHOWN, ...(after ? { after } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: ({ state }) => (state.data?.items.some(working) ? RUNNING_MS : RESTING_MS),
  });
}

export function useAsk() {
  return useMutation({
    mutationFn: ({ wish, selection }: { wish: Wish; selection: Selection }) =>
      ask(
        client.POST("/api/bulk-acts", {
          params: { query: selection.kind === "filter" ? selection.query : {} },
          body: { ...wish, ids: selection.kind === "ids" ? [...selection.ids] : null },
        }),
      ),
  });
}

export type Button = "pause" | "resume" | "cancel" | "undo";

const press = (id: number, button: Button): Promise<Act> => {
  const params = { path: { act_id: id } };
  switch (button) {
    case "pause":
      return ask(client.POST("/api/bulk-acts/{act_id}/pause", { params }));
    case "resume":
      return ask(client.POST("/api/bulk-acts/{act_id}/resume", { params }));
    case "cancel":
      return ask(client.POST("/api/bulk-acts/{act_id}/cancel", { params }));
    case "undo":
      return ask(client.POST("/api/bulk-acts/{act_id}/undo", { params }));
  }
};

const useAttempt = attemptsOf(["bulk"]);

export const usePress = () =>
  useAttempt(({ id, button }: { id: number; button: Button }) => press(id, button));

export const useConfirm = () =>
  useAttempt(({ id, changes }: { id: number; changes: number }) =>
    ask(
      client.POST("/api/bulk-acts/{act_id}/confirmation", {
        params: { path: { act_id: id } },
        body: { changes },
      }),
    ),
  );

export const fileOf = (id: number, language: string): string =>
  `/api/bulk-acts/${id}/file?language=${language === "en" ? "en" : "zh-CN"}`;
