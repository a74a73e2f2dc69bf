import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import type { Filter } from "../../features/customers/api/customers.ts";
import { LIFE_KINDS, type LifeKind, TABS, type Tab } from "../../features/customers/api/profile.ts";
import { CustomerPage } from "../../features/customers/components/CustomerPage.tsx";
import { CustomersPage } from "../../features/customers/components/CustomersPage.tsx";
import { COLUMNS, type Column } from "../../features/customers/components/CustomersTable.tsx";
import { parseFilter } from "../../features/customers/components/filters.ts";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

interface ListSearch extends Filter {
  after?: string | undefined;
  cols?: string | undefined;
}

function parseColumns(cols: unknown): readonly Column[] {
  if (typeof cols !== "string") return COLUMNS;
  const wanted = cols.split(",");
  return COLUMNS.filter((column) => wanted.includes(column));
}

const customersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/customers",
  validateSearch: (search: Record<string, unknown>): ListSearch => ({
    ...parseFilter(search),
    ...(typeof search.after === "string" ? { after: search.after } : {}),
    ...(typeof search.cols === "string" ? { cols: search.cols } : {}),
  }),
  component: () => {
    const navigate = useNavigate();
    const router = useRouter();
    const { after, cols, ...filter } = customersRoute.useSearch();
    const kept = cols === undefined ? {} : { cols };
    return (
      <CustomersPage
        zone={useCorp().zone}
        filter={filter}
        after={after}
        columns={parseColumns(cols)}
        onFilter={(next) => navigate({ to: "/customers", search: { ...next, ...kept } })}
        onPage={(next) =>
          navigate({ to: "/customers", search: { ...filter, ...kept, after: next } })
        }
        onBack={() => router.history.back()}
        onColumns={(columns) =>
          navigate({
            to: "/customers",
            search: { ...filter, ...(after ? { after } : {}), cols: columns.join(",") },
            replace: true,
          })
        }
        onNewCode={() => navigate({ to: "/codes/new" })}
      />
    );
  },
});

interface PersonSearch {
  kind?: LifeKind | undefined;
  tab?: Tab | undefined;
}

const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/customers/$id",
  validateSearch: (search: Record<string, unknown>): PersonSearch => ({
    kind: LIFE_KINDS.find((one) => one === search.kind),
    tab: TABS.find((one) => one === search.tab),
  }),
  component: function Customer() {
    const navigate = useNavigate();
    const { id } = customerRoute.useParams();
    const { kind, tab } = customerRoute.useSearch();
    const user = useSession().data?.user;
    const permissions = user?.permissions ?? [];
    const go = (search: PersonSearch) =>
      navigate({ to: "/customers/$id", params: { id }, search, replace: true });
    return (
      <CustomerPage
        id={Number(id)}
        zone={useCorp().zone}
        may={{
          write: permissions.includes("customers.write"),
          phones: permissions.includes("customers.phones"),
        }}
        me={user?.id ?? 0}
        tab={tab ?? "life"}
        kind={kind}
        onTab={(next) => go({ kind, tab: next === "life" ? undefined : next })}
        onKind={(next) => go({ kind: next, tab })}
      />
    );
  },
});

export const customerRoutes = [customersRoute, customerRoute];
