export * from "./format.ts";
export * from "./Mark.tsx";
export * from "./State.tsx";
export * from "./theme.ts";
export * from "./useWhen.ts";
export * from "./when.ts";
