import { createRoute, useNavigate } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { filterOf, parseSearch } from "../../features/growth/components/search.ts";
import { useSession } from "../../features/session/api/session.ts";
import { KINDS, type Kind } from "../../features/targets/api/targets.ts";
import { oneOf } from "../../shared/address.ts";
import { rootRoute, useCorp } from "../root.tsx";

const GrowthPage = lazy(async () => ({
  default: (await import("../../features/growth/components/GrowthPage.tsx")).GrowthPage,
}));
const TargetsPage = lazy(async () => ({
  default: (await import("../../features/targets/components/TargetsPage.tsx")).TargetsPage,
}));
const PoolsPage = lazy(async () => ({
  default: (await import("../../features/oldpools/components/PoolsPage.tsx")).PoolsPage,
}));

const waiting = <Skeleton active paragraph={{ rows: 8 }} />;

function useMay(): (permission: string) => boolean {
  const permissions = useSession().data?.user.permissions ?? [];
  return (permission) => permissions.includes(permission);
}

const growthRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reports/growth",
  validateSearch: parseSearch,
  component: function Growth() {
    const navigate = useNavigate();
    const search = growthRoute.useSearch();
    const may = useMay();
    const { zone } = useCorp();
    return (
      <Suspense fallback={waiting}>
        <GrowthPage
          zone={zone}
          filter={filterOf(search, new Date(), zone)}
          by={search.by ?? "channel"}
          tile={search.tile ?? "adds"}
          tab={search.tab ?? "report"}
          mayExport={may("reports.export")}
          mayNames={may("customers.read")}
          onChange={({ filter, ...more }) =>
            navigate({ to: "/reports/growth", search: { ...search, ...filter, ...more } })
          }
        />
      </Suspense>
    );
  },
});

const targetsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/targets",
  validateSearch: (search: Record<string, unknown>): { kind?: Kind | undefined } => ({
    kind: oneOf(search.kind, KINDS),
  }),
  component: function Targets() {
    const navigate = useNavigate();
    const may = useMay();
    return (
      <Suspense fallback={waiting}>
        <TargetsPage
          zone={useCorp().zone}
          kind={targetsRoute.useSearch().kind ?? "staff"}
          mayWrite={may("targets.write")}
          mayRule={may("settings.write")}
          onKind={(kind) => navigate({ to: "/targets", search: { kind }, replace: true })}
        />
      </Suspense>
    );
  },
});

const poolsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/old-pools",
  component: function Pools() {
    const may = useMay();
    return (
      <Suspense fallback={waiting}>
        <PoolsPage zone={useCorp().zone} mayWrite={may("channels.write")} />
      </Suspense>
    );
  },
});

export const growthRoutes = [growthRoute, targetsRoute, poolsRoute];
