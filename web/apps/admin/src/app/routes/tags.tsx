import { createRoute, useNavigate } from "@tanstack/react-router";
import { useSession } from "../../features/session/api/session.ts";
import type { LibraryFilter } from "../../features/tags/api/tags.ts";
import { TagsPage } from "../../features/tags/components/TagsPage.tsx";
import { rootRoute, useCorp } from "../root.tsx";

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
          navigate({ to: "/tags", search: { group: made, archived: archived ? true : undefined } })
        }
        onCustomers={(tag) => navigate({ to: "/customers", search: { tag } as never })}
      />
    );
  },
});

export const tagRoutes = [tagsRoute];
