import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { type Filter, STATUSES } from "../../features/orders/api/orders.ts";
import { useSession } from "../../features/session/api/session.ts";
import { day, id, oneOf, text } from "../../shared/address.ts";
import { rootRoute, useCorp } from "../root.tsx";

const OrdersPage = lazy(async () => ({
  default: (await import("../../features/orders/components/OrdersPage.tsx")).OrdersPage,
}));

interface Search extends Filter {
  after?: string | undefined;
  peek?: number | undefined;
}

function amount(value: unknown): number | undefined {
  const number = Number(value);
  return value !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

const ordersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/orders",
  validateSearch: (search: Record<string, unknown>): Search => ({
    from: day(search.from),
    to: day(search.to),
    source: text(search.source, 40),
    status: oneOf(search.status, STATUSES),
    refunded: oneOf(search.refunded, ["yes", "no"] as const),
    staff: id(search.staff),
    store: id(search.store),
    customer: id(search.customer),
    least: amount(search.least),
    most: amount(search.most),
    number: text(search.number, 100),
    after: text(search.after, 100),
    peek: id(search.peek),
  }),
  component: function Orders() {
    const navigate = useNavigate();
    const router = useRouter();
    const search = ordersRoute.useSearch();
    const { after, peek, ...filter } = search;
    const { zone } = useCorp();
    const mayExport = useSession().data?.user.permissions.includes("customers.export") ?? false;
    return (
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        <OrdersPage
          zone={zone}
          filter={filter}
          after={after}
          peek={peek}
          mayExport={mayExport}
          onFilter={(next) => navigate({ to: "/orders", search: next })}
          onPage={(next) => navigate({ to: "/orders", search: { ...filter, after: next } })}
          onBack={() => router.history.back()}
          onPeek={(next) =>
            navigate({ to: "/orders", search: { ...search, peek: next }, replace: true })
          }
          onRegister={() => navigate({ to: "/customers/exports" })}
        />
      </Suspense>
    );
  },
});

export const orderRoutes = [ordersRoute];
