import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { AuditPage } from "../../features/audit/components/AuditPage.tsx";
import { parseSearch } from "../../features/audit/components/search.ts";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audit",
  validateSearch: parseSearch,
  component: function Audit() {
    const navigate = useNavigate();
    const router = useRouter();
    const { after, peek, ...filter } = auditRoute.useSearch();
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <AuditPage
        zone={useCorp().zone}
        filter={filter}
        after={after}
        peek={peek}
        mayKeep={permissions.includes("settings.write")}
        onFilter={(next) => navigate({ to: "/audit", search: next })}
        onPage={(next) => navigate({ to: "/audit", search: { ...filter, after: next } })}
        onBack={() => router.history.back()}
        onPeek={(id) =>
          navigate({
            to: "/audit",
            search: { ...filter, after, peek: id },
            replace: true,
            resetScroll: false,
          })
        }
      />
    );
  },
});

export const auditRoutes = [auditRoute];
