import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";
import { asFile, sheetLanguage } from "../../../shared/sheetFile.ts";

export type Board = Schemas["TargetBoard"];
export type Target = Schemas["AddTarget"];
export type NewTargets = Schemas["NewTargets"];
export type Rules = Schemas["TargetRulesRead"];

export const KINDS = ["staff", "department", "store"] as const;
export type Kind = (typeof KINDS)[number];
export const KEPT = [0, 1, 7, 30] as const;

const EVERY_MS = 30_000;

/** Targets of today, read anew while one looks. */
export function useBoard() {
  return useQuery({
    queryKey: ["targets"],
    queryFn: () => ask(client.GET("/api/targets")),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
}

const useChange = changesOf(["targets"]);

export const useSetTargets = (onDone: () => void) =>
  useChange((body: NewTargets) => ask(client.POST("/api/targets", { body })), onDone);

export const useDeleteTarget = () =>
  useChange((id: number) =>
    ask(client.DELETE("/api/targets/{target_id}", { params: { path: { target_id: id } } })),
  );

export const useSetRules = () =>
  useChange((body: Rules) => ask(client.PUT("/api/targets/rules", { body })));

interface Usual {
  kind: Kind;
  kept: (typeof KEPT)[number];
  first: string;
  last: string;
}

/** Try a sheet, or write it: whole or not at all. */
export const sendSheet = (
  file: File,
  write: boolean,
  { kind, kept, first, last }: Usual,
  lang: string,
) => {
  const kept_days = `${kept}` as const;
  const asked = { kind, kept_days, first, last, lang: sheetLanguage(lang) };
  return ask(
    client.POST("/api/targets/import", {
      params: { query: { name: file.name.slice(-200), write, ...asked } },
      ...asFile(file),
    }),
  );
};

export const templateHref = (lang: string): string =>
  `/api/targets/template.csv?lang=${sheetLanguage(lang)}`;
