import { TIERS, type Tier, WHOS, type Who } from "../api/tiers.ts";

export const TABS = ["board", "invitations"] as const;
export type Tab = (typeof TABS)[number];

/** What the address of the page holds. */
export interface Search {
  tab?: "invitations" | undefined;
  /** The open round. */
  open?: number | undefined;
  /** A new round, for this tier and these people. */
  tier?: Tier | undefined;
  who?: Who | undefined;
}

export function parseTiers(search: Record<string, unknown>): Search {
  const open = Math.trunc(Number(search["open"]));
  const tier = TIERS.find((one) => one === search["tier"]);
  const who = WHOS.find((one) => one === search["who"]);
  return {
    ...(search["tab"] === "invitations" ? { tab: "invitations" as const } : {}),
    ...(open > 0 ? { open } : {}),
    ...(tier ? { tier } : {}),
    ...(who ? { who } : {}),
  };
}
