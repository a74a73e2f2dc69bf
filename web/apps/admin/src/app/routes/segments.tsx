import { createRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { ExportButton } from "../../features/imports/components/ExportButton.tsx";
import {
  type ListSearch,
  type NewSearch,
  parseList,
  parseNew,
  parseOne,
} from "../../features/segments/components/search.ts";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const later = () => import("../../features/segments/components/later.ts");
const SegmentsPage = lazy(async () => ({ default: (await later()).SegmentsPage }));
const SegmentPage = lazy(async () => ({ default: (await later()).SegmentPage }));
const EditorPage = lazy(async () => ({ default: (await later()).EditorPage }));
const waiting = <Skeleton active paragraph={{ rows: 8 }} />;

function useMay(): (permission: string) => boolean {
  const permissions: readonly string[] = useSession().data?.user.permissions ?? [];
  return (permission) => permissions.includes(permission);
}

const segmentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/segments",
  validateSearch: parseList,
  component: function Segments() {
    const navigate = useNavigate();
    const router = useRouter();
    const may = useMay();
    const { after, ...filter } = segmentsRoute.useSearch();
    const go = (search: ListSearch) => navigate({ to: "/segments", search });
    return (
      <Suspense fallback={waiting}>
        <SegmentsPage
          zone={useCorp().zone}
          filter={filter}
          after={after}
          mayWrite={may("segments.write")}
          onFilter={go}
          onPage={(next) => go({ ...filter, after: next })}
          onBack={() => router.history.back()}
          onOpen={(id) => navigate({ to: "/segments/$id", params: { id: String(id) } })}
          onNew={() => navigate({ to: "/segments/new" })}
        />
      </Suspense>
    );
  },
});

const newRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/segments/new",
  validateSearch: parseNew,
  component: function NewSegment() {
    const navigate = useNavigate();
    const may = useMay();
    const { from, template }: NewSearch = newRoute.useSearch();
    return (
      <Suspense fallback={waiting}>
        <EditorPage
          key={`${from}-${template}`}
          zone={useCorp().zone}
          id={from}
          copy
          template={template}
          mayWrite={may("segments.write")}
          onDone={(id) => navigate({ to: "/segments/$id", params: { id: String(id) } })}
        />
      </Suspense>
    );
  },
});

const editRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/segments/$id/edit",
  component: function EditSegment() {
    const navigate = useNavigate();
    const may = useMay();
    const { id } = editRoute.useParams();
    return (
      <Suspense fallback={waiting}>
        <EditorPage
          key={id}
          zone={useCorp().zone}
          id={Number(id)}
          copy={false}
          template={undefined}
          mayWrite={may("segments.write")}
          onDone={() => navigate({ to: "/segments/$id", params: { id } })}
        />
      </Suspense>
    );
  },
});

const segmentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/segments/$id",
  validateSearch: parseOne,
  component: function Segment() {
    const navigate = useNavigate();
    const may = useMay();
    const { id } = segmentRoute.useParams();
    const { tab } = segmentRoute.useSearch();
    return (
      <Suspense fallback={waiting}>
        <SegmentPage
          id={Number(id)}
          zone={useCorp().zone}
          tab={tab ?? "members"}
          mayWrite={may("segments.write")}
          exporting={(segment) => (
            <ExportButton
              selection={{ kind: "filter", query: { segment_id: segment.id } }}
              total={segment.size === null ? undefined : { total: segment.size, exact: true }}
              mayExport={may("customers.export")}
              mayPhones={may("customers.phones")}
              onRegister={() => navigate({ to: "/customers/exports" })}
            />
          )}
          onTab={(next) =>
            navigate({
              to: "/segments/$id",
              params: { id },
              search: next === "members" ? {} : { tab: next },
              replace: true,
            })
          }
          onEdit={() => navigate({ to: "/segments/$id/edit", params: { id } })}
          onCopy={() => navigate({ to: "/segments/new", search: { from: Number(id) } })}
          onOpen={(made) => navigate({ to: "/segments/$id", params: { id: String(made) } })}
          onGone={() => navigate({ to: "/segments" })}
        />
      </Suspense>
    );
  },
});

export const segmentRoutes = [segmentsRoute, newRoute, editRoute, segmentRoute];
