import { createRoute } from "@tanstack/react-router";
import { NoticeSettings } from "../../features/notices/components/NoticeSettings.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute } from "../root.tsx";

const noticeSettingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/notices",
  component: function NoticesPage() {
    const permissions = useSession().data?.user.permissions ?? [];
    return (
      <NoticeSettings
        mayRead={permissions.includes("settings.read")}
        mayChange={permissions.includes("settings.write")}
      />
    );
  },
});

export const noticeRoutes = [noticeSettingsRoute];
