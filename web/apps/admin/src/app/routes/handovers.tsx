import { createRoute, redirect, useNavigate, useRouter } from "@tanstack/react-router";
import { HandoverPage } from "../../features/handovers/components/HandoverPage.tsx";
import { HandoversPage } from "../../features/handovers/components/HandoversPage.tsx";
import { NewPage } from "../../features/handovers/components/NewPage.tsx";
import {
  parseList,
  parseNew,
  parseOne,
  pickedOf,
} from "../../features/handovers/components/search.ts";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

function useMay() {
  const permissions = useSession().data?.user.permissions ?? [];
  return (permission: string) => permissions.includes(permission);
}

const codesOf = (may: (permission: string) => boolean) => ({
  read: may("channels.read"),
  write: may("channels.write"),
});

const handoversRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/handovers",
  validateSearch: parseList,
  // What a notice of a leaver leads to is the form for him.
  beforeLoad: ({ search }) => {
    if (search.from !== undefined) {
      throw redirect({ to: "/handovers/new", search: { from: search.from }, replace: true });
    }
  },
  component: function Handovers() {
    const navigate = useNavigate();
    const router = useRouter();
    const may = useMay();
    const { state, after } = handoversRoute.useSearch();
    return (
      <HandoversPage
        zone={useCorp().zone}
        mayWrite={may("handovers.write")}
        state={state}
        after={after}
        onNew={(from) => navigate({ to: "/handovers/new", search: { from } })}
        onState={(next) => navigate({ to: "/handovers", search: { state: next }, replace: true })}
        onPage={(next) => navigate({ to: "/handovers", search: { state, after: next } })}
        onBack={() => router.history.back()}
      />
    );
  },
});

const newRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/handovers/new",
  validateSearch: parseNew,
  component: function NewHandover() {
    const navigate = useNavigate();
    const may = useMay();
    const { from, ids } = newRoute.useSearch();
    return (
      <NewPage
        zone={useCorp().zone}
        from={from}
        picked={pickedOf(ids)}
        may={{ write: may("handovers.write"), groups: may("groups.read"), codes: codesOf(may) }}
        onFrom={(next) =>
          navigate({ to: "/handovers/new", search: { from: next, ids }, replace: true })
        }
        onBack={() => navigate({ to: "/handovers", search: {} })}
        onStarted={(id) => navigate({ to: "/handovers/$id", params: { id: String(id) } })}
      />
    );
  },
});

const handoverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/handovers/$id",
  validateSearch: parseOne,
  component: function OneHandover() {
    const navigate = useNavigate();
    const may = useMay();
    const { id } = handoverRoute.useParams();
    return (
      <HandoverPage
        key={id}
        id={Number(id)}
        zone={useCorp().zone}
        may={{
          write: may("handovers.write"),
          customers: may("customers.read"),
          groups: may("groups.read"),
          tasks: may("tasks.read"),
          codes: codesOf(may),
        }}
        search={handoverRoute.useSearch()}
        onSearch={(search) =>
          navigate({ to: "/handovers/$id", params: { id }, search, replace: true })
        }
        onBack={() => navigate({ to: "/handovers", search: {} })}
        onOpen={(next) => navigate({ to: "/handovers/$id", params: { id: String(next) } })}
      />
    );
  },
});

export const handoverRoutes = [handoversRoute, newRoute, handoverRoute];
