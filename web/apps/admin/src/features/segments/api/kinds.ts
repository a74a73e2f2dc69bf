// Apart, for the route knows them before the pages are loaded.
export const KINDS = ["dynamic", "kept", "static"] as const;
