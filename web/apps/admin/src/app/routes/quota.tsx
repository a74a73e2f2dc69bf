import { createRoute } from "@tanstack/react-router";
import { QuotaPage } from "../../features/gateway/components/QuotaPage.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const quotaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/quota",
  component: function Quota() {
    const permissions = useSession().data?.user.permissions ?? [];
    return <QuotaPage zone={useCorp().zone} mayDecide={permissions.includes("settings.write")} />;
  },
});

export const quotaRoutes = [quotaRoute];
