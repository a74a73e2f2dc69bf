import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { ExportsPage } from "../../features/imports/components/ExportsPage.tsx";
import { ImportPage } from "../../features/imports/components/ImportPage.tsx";
import { ImportsPage } from "../../features/imports/components/ImportsPage.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

interface PageSearch {
  before?: number | undefined;
}

const page = (search: Record<string, unknown>): PageSearch =>
  typeof search.before === "number" ? { before: search.before } : {};

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/customers/import",
  validateSearch: page,
  component: function Imports() {
    const navigate = useNavigate();
    const router = useRouter();
    return (
      <ImportsPage
        zone={useCorp().zone}
        before={importsRoute.useSearch().before}
        onOpen={(id) => navigate({ to: "/customers/import/$id", params: { id: String(id) } })}
        onPage={(before) => navigate({ to: "/customers/import", search: { before } })}
        onBack={() => router.history.back()}
        onCustomers={() => navigate({ to: "/customers", search: {} })}
      />
    );
  },
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/customers/import/$id",
  component: function OneImport() {
    const navigate = useNavigate();
    return (
      <ImportPage
        id={Number(importRoute.useParams().id)}
        zone={useCorp().zone}
        onBack={() => navigate({ to: "/customers/import", search: {} })}
        onCustomers={() => navigate({ to: "/customers", search: {} })}
        onOrders={() => navigate({ to: "/orders", search: {} })}
      />
    );
  },
});

const exportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/customers/exports",
  validateSearch: page,
  component: function Exports() {
    const navigate = useNavigate();
    const router = useRouter();
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <ExportsPage
        zone={useCorp().zone}
        mayPhones={permissions.includes("customers.phones")}
        before={exportsRoute.useSearch().before}
        onPage={(before) => navigate({ to: "/customers/exports", search: { before } })}
        onBack={() => router.history.back()}
        onCustomers={() => navigate({ to: "/customers", search: {} })}
      />
    );
  },
});

export const importRoutes = [importsRoute, importRoute, exportsRoute];
