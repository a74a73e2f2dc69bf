import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  useNavigate,
} from "@tanstack/react-router";
import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OUTCOMES, type Outcome } from "../features/adds/api/adds.ts";
import { AddsPage } from "../features/adds/components/AddsPage.tsx";
import { STATUSES, type Status } from "../features/callbacks/api/callbacks.ts";
import { CallbacksPage } from "../features/callbacks/components/CallbacksPage.tsx";
import { ChannelPage } from "../features/channels/components/ChannelPage.tsx";
import { ChannelsPage } from "../features/channels/components/ChannelsPage.tsx";
import { NewChannelPage } from "../features/channels/components/NewChannelPage.tsx";
import { useSession } from "../features/session/api/session.ts";
import { SignIn } from "../features/session/components/SignIn.tsx";
import { Shell } from "./Shell.tsx";

function Root() {
  const { t } = useTranslation();
  const session = useSession();
  if (session.isPending) {
    return (
      <div className="waiting">
        <Skeleton active />
      </div>
    );
  }
  if (session.isError) {
    return (
      <div className="waiting">
        <Alert
          type="error"
          showIcon
          title={t("common.offline")}
          action={<Button onClick={() => session.refetch()}>{t("common.again")}</Button>}
        />
      </div>
    );
  }
  return session.data ? <Shell session={session.data} /> : <SignIn />;
}

/** What broke gets a number the person can name; the console holds the rest. */
function Broken({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const [id] = useState(() => crypto.randomUUID().slice(0, 8));
  console.error(id, error);
  return (
    <Alert
      type="error"
      showIcon
      title={t("common.broken", { id })}
      action={<Button onClick={reset}>{t("common.again")}</Button>}
    />
  );
}

function Missing() {
  const { t } = useTranslation();
  return <p>{t("common.missing")}</p>;
}

const useCorp = () => {
  const corp = useSession().data?.corp;
  return { zone: corp?.timezone ?? "Asia/Shanghai", name: corp?.name ?? "" };
};

const rootRoute = createRootRoute({ component: Root, notFoundComponent: Missing });

interface AddsSearch {
  outcome?: Outcome | undefined;
  channel?: number | undefined;
}

const addsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: (search: Record<string, unknown>): AddsSearch => ({
    outcome: OUTCOMES.find((one) => one === search.outcome),
    channel: Number(search.channel) > 0 ? Number(search.channel) : undefined,
  }),
  component: () => {
    const navigate = useNavigate();
    const { outcome, channel } = addsRoute.useSearch();
    return (
      <AddsPage
        zone={useCorp().zone}
        outcome={outcome}
        channelId={channel}
        onFilter={(search) => navigate({ to: "/", search })}
        onNewCode={() => navigate({ to: "/codes/new" })}
      />
    );
  },
});

const channelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/codes",
  component: () => {
    const navigate = useNavigate();
    return (
      <ChannelsPage
        zone={useCorp().zone}
        onNew={() => navigate({ to: "/codes/new" })}
        onOpen={(id) => navigate({ to: "/codes/$id", params: { id: String(id) } })}
      />
    );
  },
});

const newChannelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/codes/new",
  component: () => {
    const navigate = useNavigate();
    return (
      <NewChannelPage
        company={useCorp().name}
        onDone={(id) => navigate({ to: "/codes/$id", params: { id: String(id) } })}
        onCancel={() => navigate({ to: "/codes" })}
      />
    );
  },
});

const channelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/codes/$id",
  component: () => {
    const navigate = useNavigate();
    const { id } = channelRoute.useParams();
    return (
      <ChannelPage
        id={Number(id)}
        company={useCorp().name}
        onAdds={(channel) => navigate({ to: "/", search: { channel } })}
        onGone={() => navigate({ to: "/codes" })}
      />
    );
  },
});

const callbacksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/callbacks",
  validateSearch: (search: Record<string, unknown>): { status?: Status | undefined } => ({
    status: STATUSES.find((one) => one === search.status),
  }),
  component: () => {
    const navigate = useNavigate();
    const { status } = callbacksRoute.useSearch();
    return (
      <CallbacksPage
        zone={useCorp().zone}
        status={status ?? "dead"}
        onStatus={(next) => navigate({ to: "/settings/callbacks", search: { status: next } })}
      />
    );
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    addsRoute,
    channelsRoute,
    newChannelRoute,
    channelRoute,
    callbacksRoute,
  ]),
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
