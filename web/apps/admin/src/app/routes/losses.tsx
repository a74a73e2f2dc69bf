import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { LossesPage } from "../../features/losses/components/LossesPage.tsx";
import { filterOf, parseSearch } from "../../features/losses/components/search.ts";
import { rootRoute, useCorp } from "../root.tsx";

const lossesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/losses",
  validateSearch: parseSearch,
  component: function Losses() {
    const navigate = useNavigate();
    const router = useRouter();
    const search = lossesRoute.useSearch();
    const { zone } = useCorp();
    const tab = search.tab ?? "list";
    return (
      <LossesPage
        zone={zone}
        filter={filterOf(search, new Date(), zone)}
        tab={tab}
        after={search.after}
        onFilter={(filter, next) =>
          navigate({ to: "/losses", search: { ...filter, tab: next ?? tab } })
        }
        onTab={(next) =>
          navigate({
            to: "/losses",
            search: { ...search, tab: next, after: undefined },
            replace: true,
          })
        }
        onPage={(after) => navigate({ to: "/losses", search: { ...search, after } })}
        onBack={() => router.history.back()}
      />
    );
  },
});

export const lossRoutes = [lossesRoute];
