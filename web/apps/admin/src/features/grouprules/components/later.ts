/** What only the page of rules and one tab of a group open: no part of what the shell loads. */
export { BreachesTab } from "./BreachesTab.tsx";
export { GroupRules } from "./GroupRules.tsx";
export { RulesTab } from "./RulesTab.tsx";
export { StandingTab } from "./StandingTab.tsx";
