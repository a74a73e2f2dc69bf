import { createRoute } from "@tanstack/react-router";
import { QuotaPage } from "../../features/gateway/components/QuotaPage.tsx";
import { rootRoute, useCorp } from "../root.tsx";

const quotaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/quota",
  component: () => <QuotaPage zone={useCorp().zone} />,
});

export const quotaRoutes = [quotaRoute];
