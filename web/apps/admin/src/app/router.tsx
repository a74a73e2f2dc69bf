import { createRouter } from "@tanstack/react-router";
import { Broken, rootRoute } from "./root.tsx";
import { auditRoutes } from "./routes/audit.tsx";
import { callbackRoutes } from "./routes/callbacks.tsx";
import { codeRoutes } from "./routes/codes.tsx";
import { connectionRoutes } from "./routes/connection.tsx";
import { customerRoutes } from "./routes/customers.tsx";
import { fieldRoutes } from "./routes/fields.tsx";
import { giftRoutes } from "./routes/gifts.tsx";
import { groupCodeRoutes } from "./routes/groupCodes.tsx";
import { groupRoutes } from "./routes/groups.tsx";
import { growthRoutes } from "./routes/growth.tsx";
import { handoverRoutes } from "./routes/handovers.tsx";
import { helpRoutes } from "./routes/help.tsx";
import { importRoutes } from "./routes/imports.tsx";
import { kindRoutes } from "./routes/kinds.tsx";
import { linkRoutes } from "./routes/links.tsx";
import { logRoutes } from "./routes/log.tsx";
import { lossRoutes } from "./routes/losses.tsx";
import { noticeRoutes } from "./routes/notices.tsx";
import { orderRoutes } from "./routes/orders.tsx";
import { overviewRoutes } from "./routes/overview.tsx";
import { peopleRoutes } from "./routes/people.tsx";
import { personRoutes } from "./routes/persons.tsx";
import { privacyRoutes } from "./routes/privacy.tsx";
import { quotaRoutes } from "./routes/quota.tsx";
import { rfmRoutes } from "./routes/rfm.tsx";
import { roomRoutes } from "./routes/room.tsx";
import { segmentRoutes } from "./routes/segments.tsx";
import { sourceRoutes } from "./routes/sources.tsx";
import { storeRoutes } from "./routes/stores.tsx";
import { syncRoutes } from "./routes/sync.tsx";
import { tagRoutes } from "./routes/tags.tsx";
import { taskRoutes } from "./routes/tasks.tsx";
import { todoRoutes } from "./routes/todos.tsx";
import { tokenRoutes } from "./routes/tokens.tsx";
import { welcomeRoutes } from "./routes/welcomes.tsx";

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...overviewRoutes,
    ...customerRoutes,
    ...fieldRoutes,
    ...giftRoutes,
    ...groupRoutes,
    ...growthRoutes,
    ...handoverRoutes,
    ...helpRoutes,
    ...codeRoutes,
    ...groupCodeRoutes,
    ...auditRoutes,
    ...callbackRoutes,
    ...connectionRoutes,
    ...peopleRoutes,
    ...personRoutes,
    ...privacyRoutes,
    ...quotaRoutes,
    ...importRoutes,
    ...kindRoutes,
    ...linkRoutes,
    ...logRoutes,
    ...lossRoutes,
    ...orderRoutes,
    ...noticeRoutes,
    ...rfmRoutes,
    ...roomRoutes,
    ...segmentRoutes,
    ...sourceRoutes,
    ...storeRoutes,
    ...syncRoutes,
    ...tagRoutes,
    ...taskRoutes,
    ...todoRoutes,
    ...tokenRoutes,
    ...welcomeRoutes,
  ]),
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
