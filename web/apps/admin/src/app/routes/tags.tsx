import { createRoute, useNavigate } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useSession } from "../../features/session/api/session.ts";
import type { LibraryFilter } from "../../features/tags/api/tags.ts";
import { TagsPage } from "../../features/tags/components/TagsPage.tsx";
import { TagTabs } from "../../features/tags/components/TagTabs.tsx";
import { rootRoute, useCorp } from "../root.tsx";

const rules = () => import("../../features/tagrules/components/later.ts");
const lent = () => import("../../features/segments/components/Lent.tsx");
const RulesPage = lazy(async () => ({ default: (await rules()).RulesPage }));
const RulePage = lazy(async () => ({ default: (await rules()).RulePage }));
const Offered = lazy(async () => ({ default: (await lent()).Offered }));
const Condition = lazy(async () => ({ default: (await lent()).ConditionField }));
const Event = lazy(async () => ({ default: (await lent()).EventField }));
const waits = <Skeleton active paragraph={{ rows: 8 }} />;

interface Search extends LibraryFilter {
  after?: string | undefined;
  group?: number | undefined;
}

const tagsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tags",
  validateSearch: (search: Record<string, unknown>): Search => ({
    q: typeof search.q === "string" ? search.q : undefined,
    kind: search.kind === "wecom" || search.kind === "own" ? search.kind : undefined,
    archived: search.archived === true ? true : undefined,
    after: typeof search.after === "string" ? search.after : undefined,
    group: typeof search.group === "number" ? search.group : undefined,
  }),
  component: function Tags() {
    const navigate = useNavigate();
    const permissions = useSession().data?.user.permissions ?? [];
    const { after, group, ...filter } = tagsRoute.useSearch();
    return (
      <TagTabs tab="library">
        <TagsPage
          zone={useCorp().zone}
          filter={filter}
          after={after}
          group={group}
          mayWrite={permissions.includes("tags.write")}
          onFilter={(next) => navigate({ to: "/tags", search: next, replace: true })}
          onPage={(next) => navigate({ to: "/tags", search: { ...filter, after: next } })}
          onGroup={(next) =>
            navigate({ to: "/tags", search: { ...filter, after, group: next }, replace: true })
          }
          onMade={(made, archived) =>
            navigate({
              to: "/tags",
              search: { group: made, archived: archived ? true : undefined },
            })
          }
          onCustomers={(tag) => navigate({ to: "/customers", search: { tag } as never })}
        />
      </TagTabs>
    );
  },
});

const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tags/rules",
  component: function TagRules() {
    const navigate = useNavigate();
    return (
      <TagTabs tab="rules">
        <Suspense fallback={waits}>
          <RulesPage
            zone={useCorp().zone}
            mayWrite={useMayWrite()}
            onNew={() => navigate({ to: "/tags/rules/new" })}
            onOpen={(id) => navigate({ to: "/tags/rules/$id", params: { id: String(id) } })}
          />
        </Suspense>
      </TagTabs>
    );
  },
});

const newRuleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tags/rules/new",
  component: function NewTagRule() {
    return <Rule id={undefined} />;
  },
});

const ruleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tags/rules/$id",
  component: function TagRule() {
    return <Rule id={Number(ruleRoute.useParams().id)} />;
  },
});

function useMayWrite(): boolean {
  return useSession().data?.user.permissions.includes("tags.write") ?? false;
}

function Rule({ id }: { id: number | undefined }) {
  const navigate = useNavigate();
  const { zone } = useCorp();
  return (
    <TagTabs tab="rules">
      <Suspense fallback={waits}>
        <Offered zone={zone}>
          <RulePage
            id={id}
            zone={zone}
            mayWrite={useMayWrite()}
            parts={{ Condition, Event }}
            onSaved={(made) => navigate({ to: "/tags/rules/$id", params: { id: String(made) } })}
            onGone={() => navigate({ to: "/tags/rules" })}
            onCustomer={(one) => navigate({ to: "/customers/$id", params: { id: String(one) } })}
          />
        </Offered>
      </Suspense>
    </TagTabs>
  );
}

export const tagRoutes = [tagsRoute, rulesRoute, newRuleRoute, ruleRoute];
