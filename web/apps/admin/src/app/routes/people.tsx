import { createRoute, useNavigate } from "@tanstack/react-router";
import { PeoplePage, type Who } from "../../features/people/components/PeoplePage.tsx";
import { RolesPage } from "../../features/people/components/RolesPage.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { AccountPage } from "../../features/session/components/AccountPage.tsx";
import { rootRoute, useCorp } from "../root.tsx";

interface Search {
  q?: string | undefined;
  after?: string | undefined;
  who?: Who | undefined;
}

const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/staff",
  validateSearch: (search: Record<string, unknown>): Search => ({
    q: typeof search.q === "string" || typeof search.q === "number" ? String(search.q) : undefined,
    after: search.after === undefined ? undefined : String(search.after),
    who: typeof search.who === "number" || search.who === "new" ? search.who : undefined,
  }),
  component: function People() {
    const navigate = useNavigate();
    const { q, after, who } = staffRoute.useSearch();
    const zone = useCorp().zone;
    const user = useSession().data?.user;
    if (!user) return null;
    return (
      <PeoplePage
        zone={zone}
        me={user.id}
        q={q ?? ""}
        after={after}
        who={who}
        seesAll={user.sees_all}
        mayWrite={user.permissions.includes("users.write")}
        mayHandOver={user.permissions.includes("handovers.write")}
        onSearch={(next) =>
          navigate({ to: "/settings/staff", search: { q: next || undefined }, replace: true })
        }
        onPage={(next) => navigate({ to: "/settings/staff", search: { q, after: next } })}
        onWho={(next) => navigate({ to: "/settings/staff", search: { q, after, who: next } })}
      />
    );
  },
});

const rolesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/roles",
  component: () => (
    <RolesPage mayWrite={useSession().data?.user.permissions.includes("users.write") ?? false} />
  ),
});

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account",
  component: function Account() {
    const zone = useCorp().zone;
    const user = useSession().data?.user;
    return user ? <AccountPage user={user} zone={zone} /> : null;
  },
});

export const peopleRoutes = [staffRoute, rolesRoute, accountRoute];
