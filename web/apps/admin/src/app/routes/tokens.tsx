import { createRoute } from "@tanstack/react-router";
import { useSession } from "../../features/session/api/session.ts";
import { TokensPage } from "../../features/tokens/components/TokensPage.tsx";
import { rootRoute, useCorp } from "../root.tsx";

const tokensRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/api",
  component: function Tokens() {
    const zone = useCorp().zone;
    const user = useSession().data?.user;
    return user ? (
      <TokensPage zone={zone} permissions={user.permissions} seesAll={user.sees_all} />
    ) : null;
  },
});

export const tokenRoutes = [tokensRoute];
