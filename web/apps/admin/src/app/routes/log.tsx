import { createRoute } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const LogPage = lazy(async () => ({
  default: (await import("../../features/eventlog/components/LogPage.tsx")).LogPage,
}));

const logRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/data/log",
  component: function Log() {
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        <LogPage zone={useCorp().zone} mayWrite={permissions.includes("settings.write")} />
      </Suspense>
    );
  },
});

export const logRoutes = [logRoute];
