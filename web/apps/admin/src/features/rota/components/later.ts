/** What only a code's tab of duty opens: no part of what the shell loads. */
export { RotaTab } from "./RotaTab.tsx";
