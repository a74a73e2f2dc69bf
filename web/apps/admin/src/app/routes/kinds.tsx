import { createRoute, useNavigate } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { TABS, type Tab } from "../../features/kinds/api/kinds.ts";
import { useSession } from "../../features/session/api/session.ts";
import { oneOf } from "../../shared/address.ts";
import { rootRoute, useCorp } from "../root.tsx";

const KindsPage = lazy(async () => ({
  default: (await import("../../features/kinds/components/KindsPage.tsx")).KindsPage,
}));

interface Search {
  tab?: Tab | undefined;
  q?: string | undefined;
  peek?: string | undefined;
}

const kindsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/data/kinds",
  validateSearch: (search: Record<string, unknown>): Search => ({
    tab: oneOf(search.tab, TABS),
    q: search.q ? String(search.q).slice(0, 60) : undefined,
    peek: search.peek ? String(search.peek).slice(0, 140) : undefined,
  }),
  component: function Kinds() {
    const navigate = useNavigate();
    const search = kindsRoute.useSearch();
    const { zone } = useCorp();
    const mayWrite = useSession().data?.user.permissions.includes("settings.write") ?? false;
    return (
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        <KindsPage
          zone={zone}
          tab={search.tab ?? "kinds"}
          q={search.q ?? ""}
          peek={search.peek}
          mayWrite={mayWrite}
          onChange={(next) =>
            navigate({ to: "/data/kinds", search: { ...search, ...next }, replace: !next.tab })
          }
        />
      </Suspense>
    );
  },
});

export const kindRoutes = [kindsRoute];
