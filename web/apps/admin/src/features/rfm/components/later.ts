/** What the page of tasks and a customer's page open: no part of what the shell loads. */
export { PersonRfm } from "./PersonRfm.tsx";
export { RfmRuns } from "./RfmRuns.tsx";
