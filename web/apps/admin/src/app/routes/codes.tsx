import { createRoute, useNavigate } from "@tanstack/react-router";
import { ChannelPage } from "../../features/channels/components/ChannelPage.tsx";
import { ChannelsPage } from "../../features/channels/components/ChannelsPage.tsx";
import { NewChannelPage } from "../../features/channels/components/NewChannelPage.tsx";
import { rootRoute, useCorp } from "../root.tsx";

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

export const codeRoutes = [channelsRoute, newChannelRoute, channelRoute];
