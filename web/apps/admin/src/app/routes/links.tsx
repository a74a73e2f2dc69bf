import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import {
  LINK_TABS,
  type LinkTab,
  POSTER_TABS,
  type PosterTab,
} from "../../features/links/components/search.ts";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const later = () => import("../../features/links/components/later.ts");
const LinksPage = lazy(async () => ({ default: (await later()).LinksPage }));
const LinkPage = lazy(async () => ({ default: (await later()).LinkPage }));
const PostersPage = lazy(async () => ({ default: (await later()).PostersPage }));
const loading = <Skeleton active paragraph={{ rows: 8 }} />;
const positive = (value: unknown): number | undefined =>
  Number(value) > 0 ? Number(value) : undefined;

function useMay(permission: "channels.write" | "settings.read" | "settings.write"): boolean {
  return useSession().data?.user.permissions.includes(permission) ?? false;
}

interface ListSearch {
  q?: string | undefined;
  after?: number | undefined;
}

const linksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/links",
  validateSearch: (search: Record<string, unknown>): ListSearch => ({
    q: search.q === undefined || search.q === "" ? undefined : String(search.q),
    after: positive(search.after),
  }),
  component: function Links() {
    const navigate = useNavigate();
    const router = useRouter();
    const { q, after } = linksRoute.useSearch();
    return (
      <Suspense fallback={loading}>
        <LinksPage
          zone={useCorp().zone}
          q={q ?? ""}
          after={after}
          mayWrite={useMay("channels.write")}
          onSearch={(next) => navigate({ to: "/links", search: { q: next || undefined } })}
          onPage={(next) => navigate({ to: "/links", search: { q, after: next } })}
          onBack={() => router.history.back()}
          onOpen={(id) => navigate({ to: "/links/$id", params: { id: String(id) } })}
        />
      </Suspense>
    );
  },
});

const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/links/$id",
  validateSearch: (search: Record<string, unknown>): { tab?: LinkTab | undefined } => ({
    tab: LINK_TABS.find((one) => one === search.tab),
  }),
  component: function Link() {
    const navigate = useNavigate();
    const { id } = linkRoute.useParams();
    const { tab } = linkRoute.useSearch();
    return (
      <Suspense fallback={loading}>
        <LinkPage
          id={Number(id)}
          zone={useCorp().zone}
          tab={tab ?? "use"}
          mayWrite={useMay("channels.write")}
          onTab={(next) => navigate({ to: "/links/$id", params: { id }, search: { tab: next } })}
          onCustomer={(customer) =>
            navigate({ to: "/customers/$id", params: { id: String(customer) } })
          }
          onCustomers={() => navigate({ to: "/customers", search: { channel: Number(id) } })}
          onStatistics={() =>
            navigate({ to: "/codes/$id", params: { id }, search: { tab: "statistics" } })
          }
          onGone={() => navigate({ to: "/links" })}
        />
      </Suspense>
    );
  },
});

const postersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/posters",
  validateSearch: (search: Record<string, unknown>): { tab?: PosterTab | undefined } => ({
    tab: POSTER_TABS.find((one) => one === search.tab),
  }),
  component: function Posters() {
    const navigate = useNavigate();
    const { tab } = postersRoute.useSearch();
    return (
      <Suspense fallback={loading}>
        <PostersPage
          zone={useCorp().zone}
          tab={tab ?? "pages"}
          mayWrite={useMay("channels.write")}
          mayRead={useMay("settings.read")}
          maySet={useMay("settings.write")}
          onTab={(next) => navigate({ to: "/posters", search: { tab: next } })}
        />
      </Suspense>
    );
  },
});

export const linkRoutes = [linksRoute, linkRoute, postersRoute];
