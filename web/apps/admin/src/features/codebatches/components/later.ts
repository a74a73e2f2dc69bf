/** What only the button for many codes and the page of tasks open: no part of what the shell loads. */
export { BatchDialog } from "./BatchDialog.tsx";
export { BatchRuns } from "./BatchRuns.tsx";
