import { createRoute, useNavigate } from "@tanstack/react-router";
import { FieldsPage, TABS, type Tab } from "../../features/fields/components/FieldsPage.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute } from "../root.tsx";

const fieldsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/fields",
  validateSearch: (search: Record<string, unknown>): { tab?: Tab | undefined } => ({
    tab: TABS.find((one) => one === search.tab),
  }),
  component: function Fields() {
    const navigate = useNavigate();
    const { tab } = fieldsRoute.useSearch();
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <FieldsPage
        tab={tab ?? "fields"}
        mayWrite={permissions.includes("fields.write")}
        onTab={(next) =>
          navigate({
            to: "/settings/fields",
            search: { tab: next === "fields" ? undefined : next },
            replace: true,
          })
        }
      />
    );
  },
});

export const fieldRoutes = [fieldsRoute];
