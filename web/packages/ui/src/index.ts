export * from "./format.ts";
export * from "./State.tsx";
export * from "./theme.ts";
