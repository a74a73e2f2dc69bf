import { createRoute, useNavigate } from "@tanstack/react-router";
import { useSession } from "../../features/session/api/session.ts";
import { DRIFT_KINDS, type DriftKind } from "../../features/sync/api/sync.ts";
import { SyncPage } from "../../features/sync/components/SyncPage.tsx";
import { rootRoute, useCorp } from "../root.tsx";

const syncRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/sync",
  validateSearch: (search: Record<string, unknown>): { kind?: DriftKind | undefined } => ({
    kind: DRIFT_KINDS.find((one) => one === search.kind),
  }),
  component: function Sync() {
    const navigate = useNavigate();
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <SyncPage
        zone={useCorp().zone}
        mayRun={permissions.includes("sync.run")}
        kind={syncRoute.useSearch().kind}
        onKind={(kind) => navigate({ to: "/settings/sync", search: { kind }, replace: true })}
      />
    );
  },
});

export const syncRoutes = [syncRoute];
