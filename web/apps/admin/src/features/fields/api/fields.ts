import { useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type Field = Schemas["FieldRead"];
export type NewField = Schemas["NewField"];
export type Kind = Field["kind"];
export type Role = Field["seen_by"][number];
export type Stage = Schemas["StageRead"];
export type QuestionSet = Schemas["SetRead"];
export type NewSet = Schemas["NewSet"];
export const KINDS = [
  "text",
  "long_text",
  "number",
  "money",
  "date",
  "yes_no",
  "one_of",
  "several_of",
] as const satisfies readonly Kind[];
export const ROLES = ["operator", "manager", "staff"] as const satisfies readonly Role[];

export function useFields() {
  return useQuery({
    queryKey: ["fields", "all"],
    queryFn: () => ask(client.GET("/api/fields", { params: { query: { archived: true } } })),
  });
}

// After a change of definitions everything that shows them is read anew.
const useFieldChange = attemptsOf(["fields"], ["customers"]);
const useStageChange = attemptsOf(["stages"], ["customers"]);
const useSetChange = attemptsOf(["questionSets"], ["customers"]);

export function useSaveField() {
  return useFieldChange(({ field, body }: { field: Field | null; body: NewField }) => {
    const { kind: _kind, decimals: _decimals, ...facts } = body;
    return field === null
      ? ask(client.POST("/api/fields", { body }))
      : ask(
          client.PUT("/api/fields/{field_id}", {
            params: { path: { field_id: field.id } },
            body: { ...facts, version: field.version },
          }),
        );
  });
}

export function useArchiveField() {
  return useFieldChange(({ id, archived }: { id: number; archived: boolean }) => {
    const params = { path: { field_id: id } };
    return archived
      ? ask(client.POST("/api/fields/{field_id}/archive", { params }))
      : ask(client.POST("/api/fields/{field_id}/restore", { params }));
  });
}

export function useOrderFields() {
  return useFieldChange((ids: number[]) => ask(client.PUT("/api/fields/order", { body: { ids } })));
}

export function useRenameStages() {
  return useStageChange((items: Stage[]) => ask(client.PUT("/api/stages", { body: { items } })));
}

export function useSets() {
  return useQuery({
    queryKey: ["questionSets"],
    queryFn: () => ask(client.GET("/api/question-sets")),
  });
}

export function useSaveSet() {
  return useSetChange(({ set, body }: { set: QuestionSet | null; body: NewSet }) =>
    set === null
      ? ask(client.POST("/api/question-sets", { body }))
      : ask(
          client.PUT("/api/question-sets/{set_id}", {
            params: { path: { set_id: set.id } },
            body: { ...body, version: set.version },
          }),
        ),
  );
}

export function useArchiveSet() {
  return useSetChange((id: number) =>
    ask(client.POST("/api/question-sets/{set_id}/archive", { params: { path: { set_id: id } } })),
  );
}
