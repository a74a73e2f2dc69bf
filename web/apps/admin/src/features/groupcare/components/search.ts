export const TABS = ["welcomes", "replies", "rules", "standing", "breaches"] as const;
export type Tab = (typeof TABS)[number];

/** `set` and `wrong` narrow the groups beside their rules; `state` and `kind` the breaches. */
export interface Search {
  tab?: Tab | undefined;
  set?: number | undefined;
  wrong?: string | undefined;
  state?: string | undefined;
  kind?: string | undefined;
}

function word(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value.slice(0, 20) : undefined;
}

export function parseRules(search: Record<string, unknown>): Search {
  const tab = TABS.find((one) => one === search["tab"]);
  const set = Number(search["set"]);
  return {
    ...(tab && tab !== "welcomes" ? { tab } : {}),
    ...(Number.isSafeInteger(set) && set > 0 ? { set } : {}),
    ...(word(search["wrong"]) ? { wrong: word(search["wrong"]) } : {}),
    ...(word(search["state"]) ? { state: word(search["state"]) } : {}),
    ...(word(search["kind"]) ? { kind: word(search["kind"]) } : {}),
  };
}
