import { useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { useTranslation } from "react-i18next";

export type StageKey = Schemas["StageRead"]["key"];

const KEYS: readonly StageKey[] = ["potential", "intent", "deal", "repeat"];
const DEFINED_MS = 60_000;

export function useStages() {
  return useQuery({
    queryKey: ["stages"],
    queryFn: () => ask(client.GET("/api/stages")),
    staleTime: DEFINED_MS,
  });
}

/**
 * The stages as this corp calls and orders them; one without a name of its own is in the reader's
 * words. Until they are read nothing is said rather than a word that the corp has replaced; where
 * they cannot be read, ours stand in.
 */
export function useStageNames() {
  const { t } = useTranslation();
  const { data, isPending } = useStages();
  const items = data?.items ?? (isPending ? [] : KEYS.map((key) => ({ key, name: null })));
  const named = (key: string | null): string => {
    if (isPending && key !== null) return "";
    return items.find((one) => one.key === key)?.name ?? t(`customers.stages.${key ?? "none"}`);
  };
  return {
    named,
    loading: isPending,
    options: items.map(({ key }) => ({ value: key, label: named(key) })),
  };
}
