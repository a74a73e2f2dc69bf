import { createRoute } from "@tanstack/react-router";
import { NoticeSettings } from "../../features/notices/components/NoticeSettings.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const noticeSettingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/notices",
  validateSearch: (search: Record<string, unknown>): { confirm?: string } =>
    typeof search.confirm === "string" ? { confirm: search.confirm } : {},
  component: function NoticesPage() {
    const { confirm } = noticeSettingsRoute.useSearch();
    const navigate = noticeSettingsRoute.useNavigate();
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <NoticeSettings
        mayRead={permissions.includes("settings.read")}
        mayChange={permissions.includes("settings.write")}
        zone={useCorp().zone}
        token={confirm}
        onConfirmed={() => navigate({ search: {}, replace: true })}
      />
    );
  },
});

export const noticeRoutes = [noticeSettingsRoute];
