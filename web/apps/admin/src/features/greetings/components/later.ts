/** What only the pages of welcomes open: no part of what the shell loads. */
export { GreetingPage } from "./GreetingPage.tsx";
export { GreetingsTab } from "./GreetingsTab.tsx";
