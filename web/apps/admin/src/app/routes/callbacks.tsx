import { createRoute, useNavigate } from "@tanstack/react-router";
import { STATUSES, type Status } from "../../features/callbacks/api/callbacks.ts";
import { CallbacksPage } from "../../features/callbacks/components/CallbacksPage.tsx";
import { rootRoute, useCorp } from "../root.tsx";

const callbacksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/callbacks",
  validateSearch: (search: Record<string, unknown>): { status?: Status | undefined } => ({
    status: STATUSES.find((one) => one === search.status),
  }),
  component: () => {
    const navigate = useNavigate();
    const { status } = callbacksRoute.useSearch();
    return (
      <CallbacksPage
        zone={useCorp().zone}
        status={status ?? "dead"}
        onStatus={(next) => navigate({ to: "/settings/callbacks", search: { status: next } })}
      />
    );
  },
});

export const callbackRoutes = [callbacksRoute];
