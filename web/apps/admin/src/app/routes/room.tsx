import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { RoomPage } from "../../features/room/components/RoomPage.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

interface Search {
  q?: string | undefined;
  which?: "warned" | undefined;
  after?: string | undefined;
}

const roomRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/room",
  validateSearch: (search: Record<string, unknown>): Search => ({
    q: typeof search.q === "string" && search.q ? search.q.slice(0, 64) : undefined,
    which: search.which === "warned" ? "warned" : undefined,
    after: typeof search.after === "string" ? search.after : undefined,
  }),
  component: function Room() {
    const navigate = useNavigate();
    const router = useRouter();
    const search = roomRoute.useSearch();
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <RoomPage
        zone={useCorp().zone}
        mayHandOver={permissions.includes("handovers.write")}
        mayChange={permissions.includes("settings.write")}
        q={search.q ?? ""}
        which={search.which ?? "all"}
        after={search.after}
        onList={(q, which) =>
          navigate({
            to: "/settings/room",
            search: { q: q || undefined, which: which === "warned" ? which : undefined },
            replace: true,
          })
        }
        onPage={(after) => navigate({ to: "/settings/room", search: { ...search, after } })}
        onBack={() => router.history.back()}
      />
    );
  },
});

export const roomRoutes = [roomRoute];
