import { createRoute, useNavigate } from "@tanstack/react-router";
import { OUTCOMES, type Outcome } from "../../features/adds/api/adds.ts";
import { AddsPage } from "../../features/adds/components/AddsPage.tsx";
import { RecentAdds } from "../../features/adds/components/RecentAdds.tsx";
import { OverviewPage } from "../../features/overview/components/OverviewPage.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { useIsLive } from "../live.ts";
import { rootRoute, useCorp } from "../root.tsx";

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: () => {
    const zone = useCorp().zone;
    return (
      <OverviewPage
        zone={zone}
        userName={useSession().data?.user.name ?? ""}
        live={useIsLive()}
        recent={<RecentAdds zone={zone} />}
      />
    );
  },
});

interface AddsSearch {
  outcome?: Outcome | undefined;
  channel?: number | undefined;
  on?: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const addsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcomes",
  validateSearch: (search: Record<string, unknown>): AddsSearch => ({
    outcome: OUTCOMES.find((one) => one === search.outcome),
    channel: Number(search.channel) > 0 ? Number(search.channel) : undefined,
    on: typeof search.on === "string" && DAY.test(search.on) ? search.on : undefined,
  }),
  component: () => {
    const navigate = useNavigate();
    return (
      <AddsPage
        zone={useCorp().zone}
        filter={addsRoute.useSearch()}
        onFilter={(search) => navigate({ to: "/welcomes", search })}
        onNewCode={() => navigate({ to: "/codes/new" })}
      />
    );
  },
});

export const overviewRoutes = [overviewRoute, addsRoute];
