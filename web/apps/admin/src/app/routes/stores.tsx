import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { useSession } from "../../features/session/api/session.ts";
import type { StoreFilter } from "../../features/stores/api/stores.ts";
import { StoresPage } from "../../features/stores/components/StoresPage.tsx";
import { rootRoute } from "../root.tsx";

interface Search extends StoreFilter {
  after?: string | undefined;
  peek?: number | "new" | undefined;
}

const text = (value: unknown, most: number): string | undefined =>
  value === undefined || value === "" ? undefined : String(value).slice(0, most);

const storesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/stores",
  validateSearch: (search: Record<string, unknown>): Search => ({
    q: text(search.q, 60),
    city: text(search.city, 30),
    state: search.state === "closed" || search.state === "all" ? search.state : undefined,
    after: text(search.after, 40),
    peek: search.peek === "new" ? "new" : Number(search.peek) > 0 ? Number(search.peek) : undefined,
  }),
  component: function Stores() {
    const navigate = useNavigate();
    const router = useRouter();
    const permissions = useSession().data?.user.permissions ?? [];
    const { after, peek, ...filter } = storesRoute.useSearch();
    return (
      <StoresPage
        filter={filter}
        after={after}
        peek={peek}
        mayWrite={permissions.includes("stores.write")}
        onFilter={(next) => navigate({ to: "/settings/stores", search: next, replace: true })}
        onPage={(next) => navigate({ to: "/settings/stores", search: { ...filter, after: next } })}
        onBack={() => router.history.back()}
        onPeek={(next) =>
          navigate({
            to: "/settings/stores",
            search: { ...filter, after, peek: next },
            replace: true,
          })
        }
      />
    );
  },
});

export const storeRoutes = [storesRoute];
