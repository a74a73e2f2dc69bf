import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import type { StageKey } from "../../../shared/stages.ts";

export type Profile = Schemas["CustomerProfile"];
export type Life = Schemas["LifeEntry"];
export type Cell = Schemas["FieldCell"];
export type Field = Schemas["FieldRead"];
export type Note = Schemas["NoteRead"];
export type Task = Schemas["TaskRead"];
export type QuestionSet = Schemas["SetRead"];
export type Question = Schemas["QuestionRead"];
export type Answers = Schemas["AnswerRead"];
export type FollowUp = Schemas["NewFollowUp"];
/** What the parser of a field takes; null takes the value away. */
export type Raw = string | string[] | null;

export const LIFE_KINDS = [
  "relation",
  "stage",
  "follow_up",
  "note",
  "tag",
  "attribute",
  "questions",
  "welcome",
  "marketing",
  "member",
  "person",
  "segment",
  "order",
  "membership",
  "browsing",
  "service",
  "custom",
] as const;
export type LifeKind = (typeof LIFE_KINDS)[number];
/** What one choice stands for, where that is more than the family of its name. */
const SEVERAL = {
  membership: ["membership", "coupon"],
  browsing: ["page", "product", "cart"],
} as const;
const familiesOf = (kind: LifeKind) =>
  kind === "membership" || kind === "browsing" ? [...SEVERAL[kind]] : [kind];
export const TABS = ["life", "follow", "answers", "orders", "groups"] as const;
export type Tab = (typeof TABS)[number];

const DEFINED_MS = 60_000;
const at = (id: number) => ({ path: { customer_id: id } });

export function useCustomer(id: number) {
  return useQuery({
    queryKey: ["customers", "one", id],
    queryFn: () => ask(client.GET("/api/customers/{customer_id}", { params: at(id) })),
    retry: false,
  });
}

export function useLife(id: number, kind: LifeKind | undefined) {
  return useInfiniteQuery({
    queryKey: ["customers", "life", id, kind],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/customers/{customer_id}/timeline", {
          params: {
            ...at(id),
            query: {
              limit: 50,
              ...(kind ? { kind: familiesOf(kind) } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useOlderNotes(id: number, after: number | null) {
  return useInfiniteQuery({
    queryKey: ["customers", "notes", id, after],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/customers/{customer_id}/notes", {
          params: { ...at(id), query: { after: pageParam, limit: 50 } },
        }),
      ),
    initialPageParam: after ?? 0,
    getNextPageParam: (page) => page.next,
    enabled: false,
  });
}

export function useQuestionSets() {
  return useQuery({
    queryKey: ["questionSets"],
    queryFn: () => ask(client.GET("/api/question-sets")),
    staleTime: DEFINED_MS,
  });
}

export function useAnswers(id: number) {
  return useQuery({
    queryKey: ["customers", "answers", id],
    queryFn: () => ask(client.GET("/api/customers/{customer_id}/answers", { params: at(id) })),
  });
}

/** A change of one customer: what shows him is read anew, whether it was accepted or not. */
function useChange<Given, Told>(id: number, change: (given: Given) => Promise<Told>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(
        ["one", "life", "answers"].map((part) =>
          queries.invalidateQueries({ queryKey: ["customers", part, id] }),
        ),
      ),
  });
}

export function useSetStage(id: number) {
  return useChange(id, (stage: StageKey | null) =>
    ask(
      client.PUT("/api/customers/{customer_id}/stage", {
        params: at(id),
        body: { stage, why: "" },
      }),
    ),
  );
}

export function useWriteValues(id: number) {
  return useChange(id, (values: Record<string, Raw>) =>
    ask(client.PATCH("/api/customers/{customer_id}/values", { params: at(id), body: { values } })),
  );
}

export function useAddNote(id: number) {
  return useChange(id, (body: { text: string; pinned: boolean }) =>
    ask(client.POST("/api/customers/{customer_id}/notes", { params: at(id), body })),
  );
}

export function useChangeNote(id: number) {
  return useChange(id, ({ note, ...body }: { note: number; text?: string; pinned?: boolean }) =>
    ask(
      client.PATCH("/api/customers/{customer_id}/notes/{note_id}", {
        params: { path: { customer_id: id, note_id: note } },
        body,
      }),
    ),
  );
}

export function useDeleteNote(id: number) {
  return useChange(id, (note: number) =>
    ask(
      client.DELETE("/api/customers/{customer_id}/notes/{note_id}", {
        params: { path: { customer_id: id, note_id: note } },
      }),
    ),
  );
}

export function useRecordFollowUp(id: number) {
  return useChange(id, (body: FollowUp) =>
    ask(client.POST("/api/customers/{customer_id}/follow-ups", { params: at(id), body })),
  );
}

export function useCloseTask(id: number) {
  return useChange(id, ({ task, state }: { task: number; state: "done" | "dropped" }) =>
    ask(
      client.POST("/api/customers/{customer_id}/tasks/{task_id}/close", {
        params: { path: { customer_id: id, task_id: task } },
        body: { state, result: "" },
      }),
    ),
  );
}

export function useAnswer(id: number) {
  return useChange(id, ({ set, answers }: { set: QuestionSet; answers: Record<string, Raw> }) =>
    ask(
      client.POST("/api/customers/{customer_id}/answers/{set_id}", {
        params: { path: { customer_id: id, set_id: set.id } },
        body: { version: set.version, answers },
      }),
    ),
  );
}

export function useSetRefusal(id: number) {
  return useChange(id, (body: { refused: boolean; reason: string }) =>
    ask(client.PUT("/api/customers/{customer_id}/refusal", { params: at(id), body })),
  );
}

export function useRecordConsent(id: number) {
  return useChange(id, (body: { purpose: string; source: string; given_at: string }) =>
    ask(client.POST("/api/customers/{customer_id}/consents", { params: at(id), body })),
  );
}

/** What people may agree to, by the corp's own names. */
export function usePurposes() {
  return useQuery({
    queryKey: ["privacy", "purposes"],
    queryFn: () => ask(client.GET("/api/privacy/purposes")),
    staleTime: 60_000,
  });
}

export function useWithdrawConsent(id: number) {
  return useChange(id, (purpose: string) =>
    ask(
      client.DELETE("/api/customers/{customer_id}/consents/{purpose}", {
        params: { path: { customer_id: id, purpose } },
      }),
    ),
  );
}

export function useOpenPhones(id: number) {
  return useMutation({
    mutationFn: () => ask(client.POST("/api/customers/{customer_id}/phone", { params: at(id) })),
  });
}

export function usePutTag(id: number) {
  return useChange(id, (tag: number) =>
    ask(
      client.POST("/api/customers/{customer_id}/tags", { params: at(id), body: { tag_id: tag } }),
    ),
  );
}

export function useTakeTag(id: number) {
  return useChange(id, (tag: number) =>
    ask(
      client.DELETE("/api/customers/{customer_id}/tags/{tag_id}", {
        params: { path: { customer_id: id, tag_id: tag } },
      }),
    ),
  );
}
