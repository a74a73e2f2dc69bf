import { createRoute, useNavigate } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const later = () => import("../../features/sources/components/later.ts");
const SourcesPage = lazy(async () => ({ default: (await later()).SourcesPage }));
const StreamPage = lazy(async () => ({ default: (await later()).StreamPage }));

const waiting = <Skeleton active paragraph={{ rows: 8 }} />;

function useMay(permission: string): boolean {
  return useSession().data?.user.permissions.includes(permission) ?? false;
}

interface SourcesSearch {
  peek?: number | "new" | undefined;
}

const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/data/sources",
  validateSearch: (search: Record<string, unknown>): SourcesSearch => ({
    peek: search.peek === "new" ? "new" : Number(search.peek) || undefined,
  }),
  component: function Sources() {
    const navigate = useNavigate();
    return (
      <Suspense fallback={waiting}>
        <SourcesPage
          zone={useCorp().zone}
          mayWrite={useMay("settings.write")}
          peek={sourcesRoute.useSearch().peek}
          onPeek={(peek) => navigate({ to: "/data/sources", search: { peek } })}
          onStream={(source) => navigate({ to: "/data/stream", search: { source } })}
        />
      </Suspense>
    );
  },
});

interface StreamSearch {
  source?: number | undefined;
  kind?: string | undefined;
  refused?: boolean | undefined;
}

const streamRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/data/stream",
  validateSearch: (search: Record<string, unknown>): StreamSearch => ({
    source: Number(search.source) || undefined,
    kind: typeof search.kind === "string" ? search.kind : undefined,
    refused: typeof search.refused === "boolean" ? search.refused : undefined,
  }),
  component: function Stream() {
    const navigate = useNavigate();
    return (
      <Suspense fallback={waiting}>
        <StreamPage
          zone={useCorp().zone}
          mayOpen={useMay("callbacks.raw")}
          filter={streamRoute.useSearch()}
          onFilter={(search) => navigate({ to: "/data/stream", search, replace: true })}
          onSources={() => navigate({ to: "/data/sources" })}
        />
      </Suspense>
    );
  },
});

export const sourceRoutes = [sourcesRoute, streamRoute];
