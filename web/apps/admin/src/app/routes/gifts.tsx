import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { type Reason, TABS, type Tab } from "../../features/gifts/api/gifts.ts";
import { useSession } from "../../features/session/api/session.ts";
import { type Filter, GAPS, KINDS } from "../../features/touchpoints/api/touchpoints.ts";
import { rootRoute, useCorp } from "../root.tsx";

const GiftsPage = lazy(async () => ({
  default: (await import("../../features/gifts/components/GiftsPage.tsx")).GiftsPage,
}));
const GiftPage = lazy(async () => ({
  default: (await import("../../features/gifts/components/GiftPage.tsx")).GiftPage,
}));
const TouchpointsPage = lazy(async () => ({
  default: (await import("../../features/touchpoints/components/TouchpointsPage.tsx"))
    .TouchpointsPage,
}));
const waiting = <Skeleton active paragraph={{ rows: 6 }} />;
const text = (value: unknown, most: number): string | undefined =>
  value === undefined || value === "" ? undefined : String(value).slice(0, most);

function useMay(permission: "gifts.write" | "customers.export"): boolean {
  return useSession().data?.user.permissions.includes(permission) ?? false;
}

interface GiftSearch {
  tab?: Tab | undefined;
  reason?: Reason | undefined;
  after?: string | undefined;
}

const giftsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/gifts",
  validateSearch: (search: Record<string, unknown>): GiftSearch => ({
    tab: TABS.find((one) => one === search.tab),
    reason: search.reason === "left" || search.reason === "many" ? search.reason : undefined,
    after: text(search.after, 40),
  }),
  component: function Gifts() {
    const navigate = useNavigate();
    const { tab, reason, after } = giftsRoute.useSearch();
    const { zone } = useCorp();
    const mayWrite = useMay("gifts.write");
    return (
      <Suspense fallback={waiting}>
        <GiftsPage
          zone={zone}
          tab={tab ?? "gifts"}
          reason={reason}
          after={after}
          mayWrite={mayWrite}
          onTab={(next, why, from) =>
            navigate({
              to: "/gifts",
              search: { tab: next === "gifts" ? undefined : next, reason: why, after: from },
            })
          }
          onOpen={(id) => navigate({ to: "/gifts/$id", params: { id: String(id) } })}
          onCustomer={(id) => navigate({ to: "/customers/$id", params: { id: String(id) } })}
        />
      </Suspense>
    );
  },
});

const giftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/gifts/$id",
  validateSearch: (search: Record<string, unknown>): { after?: string | undefined } => ({
    after: text(search.after, 40),
  }),
  component: function Gift() {
    const navigate = useNavigate();
    const router = useRouter();
    const { id } = giftRoute.useParams();
    const { after } = giftRoute.useSearch();
    const { zone } = useCorp();
    const mayWrite = useMay("gifts.write");
    const mayExport = useMay("customers.export");
    return (
      <Suspense fallback={waiting}>
        <GiftPage
          id={Number(id)}
          zone={zone}
          after={after}
          mayWrite={mayWrite}
          mayExport={mayExport}
          onPage={(next) => navigate({ to: "/gifts/$id", params: { id }, search: { after: next } })}
          onPrevious={() => router.history.back()}
          onCustomer={(one) => navigate({ to: "/customers/$id", params: { id: String(one) } })}
          onBack={() => navigate({ to: "/gifts" })}
        />
      </Suspense>
    );
  },
});

interface TouchpointSearch extends Filter {
  peek?: number | "new" | undefined;
}

const touchpointsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/touchpoints",
  validateSearch: (search: Record<string, unknown>): TouchpointSearch => ({
    q: text(search.q, 60),
    kind: KINDS.find((one) => one === search.kind),
    gap: GAPS.find((one) => one === search.gap),
    standing: search.standing === "archived" ? "archived" : undefined,
    peek: search.peek === "new" ? "new" : Number(search.peek) > 0 ? Number(search.peek) : undefined,
  }),
  component: function Touchpoints() {
    const navigate = useNavigate();
    const { peek, ...filter } = touchpointsRoute.useSearch();
    const { zone } = useCorp();
    const mayWrite = useMay("gifts.write");
    return (
      <Suspense fallback={waiting}>
        <TouchpointsPage
          zone={zone}
          filter={filter}
          peek={peek}
          mayWrite={mayWrite}
          onFilter={(next) => navigate({ to: "/touchpoints", search: next, replace: true })}
          onPeek={(next) =>
            navigate({ to: "/touchpoints", search: { ...filter, peek: next }, replace: true })
          }
          onGift={(id) => navigate({ to: "/gifts/$id", params: { id: String(id) } })}
        />
      </Suspense>
    );
  },
});

export const giftRoutes = [giftsRoute, giftRoute, touchpointsRoute];
