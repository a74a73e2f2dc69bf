import { createRoute } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { FIRST_PAGE } from "../../features/help/api/pages.ts";
import { rootRoute } from "../root.tsx";

const HelpPage = lazy(async () => ({
  default: (await import("../../features/help/components/HelpPage.tsx")).HelpPage,
}));

const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/help/$",
  component: () => {
    const { _splat } = helpRoute.useParams();
    return (
      <Suspense fallback={null}>
        <HelpPage path={_splat || FIRST_PAGE} />
      </Suspense>
    );
  },
});

export const helpRoutes = [helpRoute];
