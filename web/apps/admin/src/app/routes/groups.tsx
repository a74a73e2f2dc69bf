import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { RulesPage } from "../../features/groupcare/components/RulesPage.tsx";
import { parseRules } from "../../features/groupcare/components/search.ts";
import { DuplicatesPage } from "../../features/groups/components/DuplicatesPage.tsx";
import { GroupPage } from "../../features/groups/components/GroupPage.tsx";
import { GroupsPage } from "../../features/groups/components/GroupsPage.tsx";
import {
  type PageSearch,
  parseList,
  parsePage,
  parseSeveral,
} from "../../features/groups/components/search.ts";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

function useMay(permission: Permission): boolean {
  return useSession().data?.user.permissions.includes(permission) ?? false;
}

type Permission = "groups.write" | "groupcare.write" | "settings.write";

const groupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/groups",
  validateSearch: parseList,
  component: function Groups() {
    const navigate = useNavigate();
    const router = useRouter();
    const { after, list, head, ...filter } = groupsRoute.useSearch();
    return (
      <GroupsPage
        list={list ?? "groups"}
        head={head}
        maySettings={useMay("settings.write")}
        onList={(next, of) =>
          navigate({
            to: "/groups",
            search: next === "groups" ? {} : { list: next, head: of },
          })
        }
        zone={useCorp().zone}
        filter={filter}
        after={after}
        mayWrite={useMay("groups.write")}
        onFilter={(next) => navigate({ to: "/groups", search: next })}
        onPage={(next) => navigate({ to: "/groups", search: { ...filter, after: next } })}
        onBack={() => router.history.back()}
      />
    );
  },
});

const duplicatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/groups/duplicates",
  validateSearch: parseSeveral,
  component: function Duplicates() {
    const navigate = useNavigate();
    const router = useRouter();
    const { after, ...filter } = duplicatesRoute.useSearch();
    return (
      <DuplicatesPage
        mayPlan={useMay("groupcare.write")}
        zone={useCorp().zone}
        filter={filter}
        after={after}
        onFilter={(next) => navigate({ to: "/groups/duplicates", search: next })}
        onPage={(next) =>
          navigate({ to: "/groups/duplicates", search: { ...filter, after: next } })
        }
        onBack={() => router.history.back()}
      />
    );
  },
});

const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/groups/rules",
  validateSearch: parseRules,
  component: function Rules() {
    const navigate = useNavigate();
    const may = useMay("groupcare.write");
    return (
      <RulesPage
        zone={useCorp().zone}
        tab={rulesRoute.useSearch().tab ?? "welcomes"}
        mayWrite={may}
        onTab={(tab) =>
          navigate({ to: "/groups/rules", search: tab === "welcomes" ? {} : { tab } })
        }
      />
    );
  },
});

const FIRST_SPAN = 30;

const groupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/groups/$id",
  validateSearch: parsePage,
  component: function Group() {
    const navigate = useNavigate();
    const { id } = groupRoute.useParams();
    const { tab, span, ...members } = groupRoute.useSearch();
    const go = (search: PageSearch) =>
      navigate({ to: "/groups/$id", params: { id }, search, replace: true });
    return (
      <GroupPage
        id={Number(id)}
        zone={useCorp().zone}
        tab={tab ?? "members"}
        members={members}
        span={span ?? FIRST_SPAN}
        mayWrite={useMay("groups.write")}
        onTab={(next) => go({ ...members, span, tab: next === "members" ? undefined : next })}
        onMembers={(next) => go({ ...next, span, tab })}
        onSpan={(next) => go({ ...members, tab, span: next })}
      />
    );
  },
});

export const groupRoutes = [groupsRoute, duplicatesRoute, rulesRoute, groupRoute];
