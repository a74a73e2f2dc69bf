export const TABS = ["members", "versions", "uses"] as const;
export type Tab = (typeof TABS)[number];
