import { createRoute, useNavigate } from "@tanstack/react-router";
import { OUTCOMES, type Outcome } from "../../features/adds/api/adds.ts";
import { AddsPage } from "../../features/adds/components/AddsPage.tsx";
import { rootRoute, useCorp } from "../root.tsx";

interface AddsSearch {
  outcome?: Outcome | undefined;
  channel?: number | undefined;
}

const addsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: (search: Record<string, unknown>): AddsSearch => ({
    outcome: OUTCOMES.find((one) => one === search.outcome),
    channel: Number(search.channel) > 0 ? Number(search.channel) : undefined,
  }),
  component: () => {
    const navigate = useNavigate();
    const { outcome, channel } = addsRoute.useSearch();
    return (
      <AddsPage
        zone={useCorp().zone}
        outcome={outcome}
        channelId={channel}
        onFilter={(search) => navigate({ to: "/", search })}
        onNewCode={() => navigate({ to: "/codes/new" })}
      />
    );
  },
});

export const overviewRoutes = [addsRoute];
