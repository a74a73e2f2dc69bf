import { createRoute } from "@tanstack/react-router";
import { ConnectionPage } from "../../features/connection/components/ConnectionPage.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const connectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/wecom",
  component: () => {
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <ConnectionPage zone={useCorp().zone} mayChange={permissions.includes("settings.write")} />
    );
  },
});

export const connectionRoutes = [connectionRoute];
