import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import type { Signatures } from "../../../bridge.ts";

export type Customer = Schemas["OwnCustomerRead"];

export const customerQuery = (externalId: string) =>
  queryOptions({
    queryKey: ["customer", externalId],
    queryFn: () =>
      ask(
        client.GET("/api/staff/customers/{external_id}", {
          params: { path: { external_id: externalId } },
        }),
      ),
    refetchInterval: 20_000,
    // What came while the page was being drawn is not asked for again when it is.
    staleTime: 5_000,
  });

const asked = new Map<string, Promise<Signatures>>();

/** Both signatures of a page; the SDK asks for each on its own, one answer serves them. */
export function signPage(url: string): Promise<Signatures> {
  const known = asked.get(url);
  if (known) return known;
  const fresh = ask(client.GET("/api/staff/js-signatures", { params: { query: { url } } }));
  asked.set(url, fresh);
  fresh.catch(() => asked.delete(url));
  return fresh;
}

export type Field = Customer["fields"][number];
export type Note = Customer["notes"]["items"][number];
export type Task = Customer["tasks"][number];
export type Life = Schemas["OwnHappening"];
export type QuestionSet = Schemas["SetRead"];
export type Raw = string | number | boolean | string[] | null;
export const OUTCOMES = ["reached", "interested", "not_now", "no_answer", "refused"] as const;

const params = (externalId: string) => ({ path: { external_id: externalId } });

export const KINDS = [
  "relation",
  "stage",
  "tag",
  "note",
  "follow_up",
  "attribute",
  "questions",
  "welcome",
  "marketing",
] as const;
export type Kind = (typeof KINDS)[number];

/** What happened, of one kind or, with null, of all. */
export const lifeQuery = (externalId: string, kind: Kind | null) =>
  infiniteQueryOptions({
    queryKey: ["customer", externalId, "life", kind],
    queryFn: ({ pageParam }) =>
      ask(
        client.GET("/api/staff/customers/{external_id}/timeline", {
          params: {
            ...params(externalId),
            query: {
              ...(pageParam ? { after: pageParam } : {}),
              ...(kind ? { kind: [kind] } : {}),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });

export const tagsQuery = queryOptions({
  queryKey: ["tags"],
  queryFn: () => ask(client.GET("/api/staff/tags")),
  staleTime: 300_000,
});

export const setsQuery = queryOptions({
  queryKey: ["question-sets"],
  queryFn: () => ask(client.GET("/api/staff/question-sets")),
  staleTime: 300_000,
});

/** What a member does; each call is safe to be pressed again after a lost answer but notes. */
export const acts = {
  stage: (externalId: string, stage: string | null) =>
    ask(
      client.PUT("/api/staff/customers/{external_id}/stage", {
        params: params(externalId),
        body: { stage: stage as Schemas["OwnStage"]["stage"], why: "" },
      }),
    ),
  refusal: (externalId: string, refused: boolean, reason: string) =>
    ask(
      client.PUT("/api/staff/customers/{external_id}/refusal", {
        params: params(externalId),
        body: { refused, reason },
      }),
    ),
  putTag: (externalId: string, tagId: number) =>
    ask(
      client.POST("/api/staff/customers/{external_id}/tags", {
        params: params(externalId),
        body: { tag_id: tagId, why: "" },
      }),
    ),
  takeTag: (externalId: string, tagId: number) =>
    ask(
      client.DELETE("/api/staff/customers/{external_id}/tags/{tag_id}", {
        params: { path: { external_id: externalId, tag_id: tagId } },
      }),
    ),
  value: (externalId: string, fieldId: number, value: Raw) =>
    ask(
      client.PATCH("/api/staff/customers/{external_id}/values", {
        params: params(externalId),
        body: { values: { [String(fieldId)]: value } },
      }),
    ),
  note: (externalId: string, text: string) =>
    ask(
      client.POST("/api/staff/customers/{external_id}/notes", {
        params: params(externalId),
        body: { text, pinned: false },
      }),
    ),
  followUp: (externalId: string, body: Schemas["NewFollowUp"]) =>
    ask(
      client.POST("/api/staff/customers/{external_id}/follow-ups", {
        params: params(externalId),
        body,
      }),
    ),
  close: (taskId: number) =>
    ask(
      client.POST("/api/staff/tasks/{task_id}/close", {
        params: { path: { task_id: taskId } },
        body: { state: "done", result: "", proof_text: "" },
      }),
    ),
  answer: (externalId: string, set: QuestionSet, answers: Record<string, Raw>) =>
    ask(
      client.POST("/api/staff/customers/{external_id}/answers/{set_id}", {
        params: { path: { external_id: externalId, set_id: set.id } },
        body: { version: set.version, answers: answers as Record<string, string> },
      }),
    ),
};
