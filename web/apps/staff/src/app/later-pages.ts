/** Pages that few visits open: no part of what the first page loads. */
export { GroupPage } from "../features/groups/components/GroupPage.tsx";
export { OwnRulesPage } from "../features/groups/components/OwnRulesPage.tsx";
export { WatchPage } from "../features/groups/components/WatchPage.tsx";
export { Refused } from "../features/session/components/Refused.tsx";
export { OwnTargetsPage } from "../features/targets/components/OwnTargetsPage.tsx";
