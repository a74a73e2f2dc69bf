import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { useSession } from "../../features/session/api/session.ts";
import { filterOf, parseSearch } from "../../features/todos/components/search.ts";
import { TodosPage } from "../../features/todos/components/TodosPage.tsx";
import { rootRoute, useCorp } from "../root.tsx";

const todosRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/to-dos",
  validateSearch: parseSearch,
  component: function Todos() {
    const navigate = useNavigate();
    const router = useRouter();
    const search = todosRoute.useSearch();
    const { zone } = useCorp();
    const permissions = useSession().data?.user.permissions ?? [];
    const tab = search.tab ?? "list";
    return (
      <TodosPage
        zone={zone}
        filter={filterOf(search)}
        tab={tab}
        after={search.after}
        peek={search.peek}
        mayWrite={permissions.includes("tasks.write")}
        maySearch={permissions.includes("customers.read")}
        mayRule={["settings.read", "settings.write"].every((one) => permissions.includes(one))}
        onFilter={(filter, next) =>
          navigate({ to: "/to-dos", search: { ...filter, tab: next ?? tab } })
        }
        onTab={(next) =>
          navigate({
            to: "/to-dos",
            search: { ...search, tab: next, after: undefined },
            replace: true,
          })
        }
        onPage={(after) => navigate({ to: "/to-dos", search: { ...search, after } })}
        onBack={() => router.history.back()}
        onPeek={(peek) => navigate({ to: "/to-dos", search: { ...search, peek }, replace: true })}
      />
    );
  },
});

export const todoRoutes = [todosRoute];
