import { createRoute, useNavigate } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, type ReactNode, Suspense } from "react";
import { parseList, parsePage } from "../../features/groupcodes/components/search.ts";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const USUAL_DAYS = 30;
const later = () => import("../../features/groupcodes/components/later.ts");
const CodesPage = lazy(async () => ({ default: (await later()).CodesPage }));
const CodePage = lazy(async () => ({ default: (await later()).CodePage }));
const EditorPage = lazy(async () => ({ default: (await later()).EditorPage }));

function useMay(permission: "channels.write" | "groups.read"): boolean {
  return useSession().data?.user.permissions.includes(permission) ?? false;
}

function Loading({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>{children}</Suspense>;
}

const listRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/group-codes",
  validateSearch: parseList,
  component: function GroupCodes() {
    const navigate = useNavigate();
    const mayWrite = useMay("channels.write");
    const { zone } = useCorp();
    return (
      <Loading>
        <CodesPage
          zone={zone}
          filter={listRoute.useSearch()}
          mayWrite={mayWrite}
          onFilter={(search) => navigate({ to: "/group-codes", search })}
          onNew={() => navigate({ to: "/group-codes/new" })}
          onOpen={(id) => navigate({ to: "/group-codes/$id", params: { id: String(id) } })}
        />
      </Loading>
    );
  },
});

const newRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/group-codes/new",
  component: function NewGroupCode() {
    const navigate = useNavigate();
    const { name } = useCorp();
    return (
      <Loading>
        <EditorPage
          company={name}
          onDone={(id) => navigate({ to: "/group-codes/$id", params: { id: String(id) } })}
          onCancel={() => navigate({ to: "/group-codes" })}
        />
      </Loading>
    );
  },
});

const editRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/group-codes/$id/edit",
  component: function EditGroupCode() {
    const navigate = useNavigate();
    const { name } = useCorp();
    const { id } = editRoute.useParams();
    const back = () => navigate({ to: "/group-codes/$id", params: { id } });
    return (
      <Loading>
        <EditorPage id={Number(id)} company={name} onDone={back} onCancel={back} />
      </Loading>
    );
  },
});

const pageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/group-codes/$id",
  validateSearch: parsePage,
  component: function GroupCode() {
    const navigate = useNavigate();
    const mayWrite = useMay("channels.write");
    const maySeePeople = useMay("groups.read");
    const { zone } = useCorp();
    const { id } = pageRoute.useParams();
    const { tab = "code", days = USUAL_DAYS } = pageRoute.useSearch();
    return (
      <Loading>
        <CodePage
          id={Number(id)}
          zone={zone}
          tab={tab}
          days={days}
          mayWrite={mayWrite}
          maySeePeople={maySeePeople}
          onTab={(next, span) =>
            navigate({
              to: "/group-codes/$id",
              params: { id },
              search: { tab: next, days: span },
              replace: true,
            })
          }
          onCustomer={(customer) =>
            navigate({ to: "/customers/$id", params: { id: String(customer) } })
          }
          onEdit={() => navigate({ to: "/group-codes/$id/edit", params: { id } })}
          onGone={() => navigate({ to: "/group-codes" })}
        />
      </Loading>
    );
  },
});

export const groupCodeRoutes = [listRoute, newRoute, editRoute, pageRoute];
