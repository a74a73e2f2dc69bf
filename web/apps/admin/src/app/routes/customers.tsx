import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { type Filter, LIFE_KINDS, type LifeKind } from "../../features/customers/api/customers.ts";
import { CustomerPage } from "../../features/customers/components/CustomerPage.tsx";
import { CustomersPage } from "../../features/customers/components/CustomersPage.tsx";
import { COLUMNS, type Column } from "../../features/customers/components/CustomersTable.tsx";
import { parseFilter } from "../../features/customers/components/filters.ts";
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

const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/customers/$id",
  validateSearch: (search: Record<string, unknown>): { kind?: LifeKind | undefined } => ({
    kind: LIFE_KINDS.find((one) => one === search.kind),
  }),
  component: () => {
    const navigate = useNavigate();
    const { id } = customerRoute.useParams();
    const { kind } = customerRoute.useSearch();
    return (
      <CustomerPage
        id={Number(id)}
        zone={useCorp().zone}
        kind={kind}
        onKind={(next) =>
          navigate({ to: "/customers/$id", params: { id }, search: { kind: next }, replace: true })
        }
      />
    );
  },
});

export const customerRoutes = [customersRoute, customerRoute];
