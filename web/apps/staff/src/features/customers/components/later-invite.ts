/** Invitations into groups: what only a task of that kind opens. */
export { Invitations } from "./Invitations.tsx";
export { InvitePage } from "./InvitePage.tsx";
