import { createRoute } from "@tanstack/react-router";
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

export const overviewRoutes = [overviewRoute];
