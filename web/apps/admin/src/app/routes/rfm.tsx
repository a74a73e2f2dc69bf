import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { type Chosen, CLASSES } from "../../features/rfm/api/rfm.ts";
import { useSession } from "../../features/session/api/session.ts";
import { oneOf, text } from "../../shared/address.ts";
import { rootRoute, useCorp } from "../root.tsx";

const RfmPage = lazy(async () => ({
  default: (await import("../../features/rfm/components/RfmPage.tsx")).RfmPage,
}));

interface Search extends Chosen {
  after?: string | undefined;
}

const SCORES = [1, 2, 3, 4, 5];

const score = (value: unknown): number | undefined =>
  SCORES.find((one) => one === Number(value ?? 0));

const rfmRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/rfm",
  validateSearch: (search: Record<string, unknown>): Search => ({
    key: oneOf(search.key, CLASSES),
    r: score(search.r),
    f: score(search.f),
    after: text(search.after, 60),
  }),
  component: function Rfm() {
    const navigate = useNavigate();
    const router = useRouter();
    const { after, ...chosen } = rfmRoute.useSearch();
    const { zone } = useCorp();
    const mayWrite = useSession().data?.user.permissions.includes("segments.write") ?? false;
    return (
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        <RfmPage
          zone={zone}
          chosen={chosen}
          after={after}
          mayWrite={mayWrite}
          onSaved={(segment) =>
            navigate({ to: "/segments/$id", params: { id: String(segment) }, search: {} })
          }
          onChoose={(next) =>
            navigate({ to: "/rfm", search: next, replace: true, resetScroll: false })
          }
          onPage={(next) => navigate({ to: "/rfm", search: { ...chosen, after: next } })}
          onBack={() => router.history.back()}
        />
      </Suspense>
    );
  },
});

export const rfmRoutes = [rfmRoute];
