import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { RulesPage } from "../../features/groupcare/components/RulesPage.tsx";
import { parseRules, type Search } from "../../features/groupcare/components/search.ts";
import { KINDS, STATES, WRONG } from "../../features/grouprules/api/grouprules.ts";
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

const later = () => import("../../features/grouprules/components/later.ts");
const RulesTab = lazy(async () => ({ default: (await later()).RulesTab }));
const StandingTab = lazy(async () => ({ default: (await later()).StandingTab }));
const BreachesTab = lazy(async () => ({ default: (await later()).BreachesTab }));
const GroupRules = lazy(async () => ({ default: (await later()).GroupRules }));

const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/groups/rules",
  validateSearch: parseRules,
  component: function Rules() {
    const navigate = useNavigate();
    const may = useMay("groupcare.write");
    const mayRecord = useMay("groups.write");
    const { zone } = useCorp();
    const { tab = "welcomes", set, wrong, state, kind } = rulesRoute.useSearch();
    const go = (search: Search) => navigate({ to: "/groups/rules", search });
    return (
      <RulesPage zone={zone} tab={tab} mayWrite={may}>
        <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
          {tab === "rules" && (
            <RulesTab
              zone={zone}
              mayWrite={may}
              onStanding={(one, which) => go({ tab: "standing", set: one, wrong: which })}
            />
          )}
          {tab === "standing" && (
            <StandingTab
              zone={zone}
              filter={{ set, wrong: WRONG.find((one) => one === wrong) }}
              onFilter={(next) => go({ tab, ...next })}
            />
          )}
          {tab === "breaches" && (
            <BreachesTab
              zone={zone}
              filter={{
                state: STATES.find((one) => one === state),
                kind: KINDS.find((one) => one === kind),
              }}
              onFilter={(next) => go({ tab, state: next.state, kind: next.kind })}
              mayRecord={mayRecord}
              maySet={may}
            />
          )}
        </Suspense>
      </RulesPage>
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
    const { zone } = useCorp();
    const mayRecord = useMay("groups.write");
    const maySet = useMay("groupcare.write");
    const go = (search: PageSearch) =>
      navigate({ to: "/groups/$id", params: { id }, search, replace: true });
    return (
      <GroupPage
        id={Number(id)}
        zone={zone}
        tab={tab ?? "members"}
        members={members}
        span={span ?? FIRST_SPAN}
        mayWrite={useMay("groups.write")}
        rules={
          <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
            <GroupRules id={Number(id)} zone={zone} mayRecord={mayRecord} maySet={maySet} />
          </Suspense>
        }
        onTab={(next) => go({ ...members, span, tab: next === "members" ? undefined : next })}
        onMembers={(next) => go({ ...next, span, tab })}
        onSpan={(next) => go({ ...members, tab, span: next })}
      />
    );
  },
});

export const groupRoutes = [groupsRoute, duplicatesRoute, rulesRoute, groupRoute];
