import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { PARTS, type Part, PrivacyPage } from "../../features/privacy/components/PrivacyPage.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

interface Search {
  part?: Part | undefined;
  before?: number | undefined;
}

const privacyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/privacy",
  validateSearch: (search: Record<string, unknown>): Search => {
    const before = Number(search.before);
    return {
      part: PARTS.find((one) => one === search.part),
      before: Number.isInteger(before) && before > 0 ? before : undefined,
    };
  },
  component: function Privacy() {
    const navigate = useNavigate();
    const router = useRouter();
    const { part, before } = privacyRoute.useSearch();
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <PrivacyPage
        zone={useCorp().zone}
        may={{
          write: permissions.includes("privacy.write"),
          erase: permissions.includes("privacy.erase"),
        }}
        part={part ?? "purposes"}
        before={before}
        onPart={(next) =>
          navigate({
            to: "/privacy",
            search: { part: next === "purposes" ? undefined : next },
          })
        }
        onPage={(next) => navigate({ to: "/privacy", search: { part, before: next } })}
        onBack={() => router.history.back()}
      />
    );
  },
});

export const privacyRoutes = [privacyRoute];
