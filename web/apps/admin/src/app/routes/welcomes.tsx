import { createRoute, useNavigate } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { type AddsFilter, OUTCOMES } from "../../features/adds/api/adds.ts";
import { AddsPage } from "../../features/adds/components/AddsPage.tsx";
import { WelcomeTabs } from "../../features/greetings/components/WelcomeTabs.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const later = () => import("../../features/greetings/components/later.ts");
const GreetingsTab = lazy(async () => ({ default: (await later()).GreetingsTab }));
const GreetingPage = lazy(async () => ({ default: (await later()).GreetingPage }));

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const REACHES = ["corp", "department", "channel"] as const;
const positive = (value: unknown): number | undefined =>
  Number(value) > 0 ? Number(value) : undefined;

function useMayWrite(): boolean {
  return useSession().data?.user.permissions.includes("welcomes.write") ?? false;
}

interface Search extends AddsFilter {
  tab?: "adds" | undefined;
}

const welcomesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcomes",
  validateSearch: (search: Record<string, unknown>): Search => {
    const filter = {
      outcome: OUTCOMES.find((one) => one === search.outcome),
      channel: positive(search.channel),
      on: typeof search.on === "string" && DAY.test(search.on) ? search.on : undefined,
    };
    // Whoever asks for a day or an outcome asks for adds.
    const asked = filter.outcome ?? filter.channel ?? filter.on;
    return { tab: search.tab === "adds" || asked ? "adds" : undefined, ...filter };
  },
  component: function Welcomes() {
    const navigate = useNavigate();
    const { zone } = useCorp();
    const mayWrite = useMayWrite();
    const { tab, ...filter } = welcomesRoute.useSearch();
    return (
      <WelcomeTabs tab={tab ?? "rules"}>
        {tab === "adds" ? (
          <AddsPage
            zone={zone}
            filter={filter}
            onFilter={(next) => navigate({ to: "/welcomes", search: { ...next, tab: "adds" } })}
            onNewCode={() => navigate({ to: "/codes/new" })}
          />
        ) : (
          <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
            <GreetingsTab
              zone={zone}
              mayWrite={mayWrite}
              onNew={(reach) => navigate({ to: "/welcomes/new", search: { reach } })}
              onOpen={(id) => navigate({ to: "/welcomes/$id", params: { id: String(id) } })}
            />
          </Suspense>
        )}
      </WelcomeTabs>
    );
  },
});

const newRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcomes/new",
  validateSearch: (
    search: Record<string, unknown>,
  ): { reach?: (typeof REACHES)[number] | undefined; channel?: number | undefined } => ({
    reach: REACHES.find((one) => one === search.reach),
    channel: positive(search.channel),
  }),
  component: function NewWelcome() {
    const { reach, channel } = newRoute.useSearch();
    return <Editor id={undefined} reach={reach ?? "corp"} channel={channel} />;
  },
});

const oneRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcomes/$id",
  component: function OneWelcome() {
    const { id } = oneRoute.useParams();
    return <Editor id={Number(id)} reach="corp" channel={undefined} />;
  },
});

interface EditorProps {
  id: number | undefined;
  reach: (typeof REACHES)[number];
  channel: number | undefined;
}

function Editor(props: EditorProps) {
  const navigate = useNavigate();
  const { name, zone } = useCorp();
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 10 }} />}>
      <GreetingPage
        company={name}
        zone={zone}
        mayWrite={useMayWrite()}
        onDone={() => navigate({ to: "/welcomes" })}
        {...props}
      />
    </Suspense>
  );
}

export const welcomeRoutes = [welcomesRoute, newRoute, oneRoute];
