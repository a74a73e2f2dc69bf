/** What only the button for many codes opens: no part of what the shell loads. */
export { BatchDialog } from "./BatchDialog.tsx";
