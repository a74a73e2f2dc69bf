import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { STATUSES, type Status } from "../../features/callbacks/api/callbacks.ts";
import { CallbacksPage } from "../../features/callbacks/components/CallbacksPage.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

interface CallbacksSearch {
  status?: Status | undefined;
  after?: number | undefined;
}

const callbacksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/callbacks",
  validateSearch: (search: Record<string, unknown>): CallbacksSearch => ({
    status: STATUSES.find((one) => one === search.status),
    after: Number(search.after) > 0 ? Number(search.after) : undefined,
  }),
  component: () => {
    const navigate = useNavigate();
    const router = useRouter();
    const { status, after } = callbacksRoute.useSearch();
    return (
      <CallbacksPage
        key={status}
        zone={useCorp().zone}
        status={status ?? "dead"}
        after={after}
        mayOpen={useSession().data?.user.permissions.includes("callbacks.raw") ?? false}
        onStatus={(next) => navigate({ to: "/settings/callbacks", search: { status: next } })}
        onPage={(next) => navigate({ to: "/settings/callbacks", search: { status, after: next } })}
        onBack={() => router.history.back()}
      />
    );
  },
});

export const callbackRoutes = [callbacksRoute];
