import { createRoute, useNavigate } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import { type ListFilter, STATUSES } from "../../features/channels/api/channels.ts";
import { ChannelPage, TABS, type Tab } from "../../features/channels/components/ChannelPage.tsx";
import { ChannelsPage } from "../../features/channels/components/ChannelsPage.tsx";
import { EditorPage } from "../../features/channels/components/EditorPage.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const RotaTab = lazy(async () => ({
  default: (await import("../../features/rota/components/later.ts")).RotaTab,
}));

const BatchDialog = lazy(async () => ({
  default: (await import("../../features/codebatches/components/later.ts")).BatchDialog,
}));

const CostPanel = lazy(async () => ({
  default: (await import("../../features/growth/components/CostPanel.tsx")).CostPanel,
}));

const USUAL_DAYS = 30;
const SnippetList = lazy(async () => ({
  default: (await import("../../features/links/components/later.ts")).SnippetList,
}));
const positive = (value: unknown): number | undefined =>
  Number(value) > 0 ? Number(value) : undefined;

const channelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/codes",
  validateSearch: (search: Record<string, unknown>): ListFilter => ({
    q: search.q === undefined || search.q === "" ? undefined : String(search.q),
    status: STATUSES.find((one) => one === search.status),
    after: positive(search.after),
    before: positive(search.before),
  }),
  component: () => {
    const navigate = useNavigate();
    const [many, setMany] = useState(false);
    const open = (id: number, search: { tab?: Tab } = {}) =>
      navigate({ to: "/codes/$id", params: { id: String(id) }, search });
    return (
      <>
        <ChannelsPage
          zone={useCorp().zone}
          filter={channelsRoute.useSearch()}
          onFilter={(search) => navigate({ to: "/codes", search })}
          onNew={() => navigate({ to: "/codes/new" })}
          onMany={() => setMany(true)}
          onOpen={(id) => open(id)}
          onStatistics={(id) => open(id, { tab: "statistics" })}
        />
        {many && (
          <Suspense>
            <BatchDialog onClose={() => setMany(false)} />
          </Suspense>
        )}
      </>
    );
  },
});

const newChannelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/codes/new",
  validateSearch: (search: Record<string, unknown>): { from?: number | undefined } => ({
    from: positive(search.from),
  }),
  component: () => {
    const navigate = useNavigate();
    const { name, zone } = useCorp();
    const { from } = newChannelRoute.useSearch();
    return (
      <EditorPage
        company={name}
        zone={zone}
        id={from}
        copied={from !== undefined}
        onDone={(id) => navigate({ to: "/codes/$id", params: { id: String(id) } })}
        onCancel={() => navigate({ to: "/codes" })}
      />
    );
  },
});

const editChannelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/codes/$id/edit",
  component: () => {
    const navigate = useNavigate();
    const { name, zone } = useCorp();
    const { id } = editChannelRoute.useParams();
    const back = () => navigate({ to: "/codes/$id", params: { id } });
    return <EditorPage company={name} zone={zone} id={Number(id)} onDone={back} onCancel={back} />;
  },
});

const channelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/codes/$id",
  validateSearch: (
    search: Record<string, unknown>,
  ): { tab?: Tab | undefined; days?: number | undefined } => ({
    tab: TABS.find((one) => one === search.tab),
    days: positive(search.days),
  }),
  component: () => {
    const navigate = useNavigate();
    const { name, zone } = useCorp();
    const { id } = channelRoute.useParams();
    const { tab, days } = channelRoute.useSearch();
    const mayWrite = useSession().data?.user.permissions.includes("channels.write") ?? false;
    return (
      <ChannelPage
        id={Number(id)}
        company={name}
        zone={zone}
        tab={tab ?? "code"}
        days={days ?? USUAL_DAYS}
        rota={
          <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
            <RotaTab id={Number(id)} zone={zone} mayWrite={mayWrite} />
          </Suspense>
        }
        snippets={(code, address) => (
          <Suspense fallback={<Skeleton active />}>
            <SnippetList name={code} address={address} isLink={false} />
          </Suspense>
        )}
        onTab={(next, span) =>
          navigate({ to: "/codes/$id", params: { id }, search: { tab: next, days: span } })
        }
        onCustomers={(channel) => navigate({ to: "/customers", search: { channel } })}
        onEdit={() => navigate({ to: "/codes/$id/edit", params: { id } })}
        onCopy={(from) => navigate({ to: "/codes/new", search: { from } })}
        onGone={() => navigate({ to: "/codes" })}
        costs={
          <Suspense fallback={null}>
            <CostPanel channel={Number(id)} mayWrite={mayWrite} />
          </Suspense>
        }
      />
    );
  },
});

export const codeRoutes = [channelsRoute, newChannelRoute, editChannelRoute, channelRoute];
