import { createRoute, useNavigate } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useSession } from "../../features/session/api/session.ts";
import { oneOf } from "../../shared/address.ts";
import { rootRoute, useCorp } from "../root.tsx";

const ConflictsPage = lazy(async () => ({
  default: (await import("../../features/persons/components/ConflictsPage.tsx")).ConflictsPage,
}));
const STATES = ["open", "decided", "gone"] as const;

const conflictsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/people/conflicts",
  validateSearch: (
    search: Record<string, unknown>,
  ): { state?: (typeof STATES)[number] | undefined } => ({ state: oneOf(search.state, STATES) }),
  component: function Conflicts() {
    const navigate = useNavigate();
    const { state } = conflictsRoute.useSearch();
    const { zone } = useCorp();
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        <ConflictsPage
          zone={zone}
          state={state ?? "open"}
          mayWrite={permissions.includes("customers.write")}
          mayPhones={permissions.includes("customers.phones")}
          onState={(next) =>
            navigate({ to: "/people/conflicts", search: { state: next }, replace: true })
          }
        />
      </Suspense>
    );
  },
});

export const personRoutes = [conflictsRoute];
