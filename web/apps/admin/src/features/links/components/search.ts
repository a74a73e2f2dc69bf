export const LINK_TABS = ["use", "visits", "snippets"] as const;
export type LinkTab = (typeof LINK_TABS)[number];
export const POSTER_TABS = ["pages", "short", "conversions"] as const;
export type PosterTab = (typeof POSTER_TABS)[number];
