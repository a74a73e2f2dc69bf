export const TABS = ["welcomes", "replies"] as const;
export type Tab = (typeof TABS)[number];

export interface Search {
  tab?: Tab | undefined;
}

export function parseRules(search: Record<string, unknown>): Search {
  return search["tab"] === "replies" ? { tab: "replies" } : {};
}
