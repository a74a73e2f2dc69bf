import { createRoute, useNavigate } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { ClipboardList, Upload } from "lucide-react";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { BulkBar } from "../../features/bulk/components/BulkBar.tsx";
import { type Filter, idsOf } from "../../features/customers/api/customers.ts";
import { LIFE_KINDS, type LifeKind, TABS, type Tab } from "../../features/customers/api/profile.ts";
import { useViews, type View } from "../../features/customers/api/views.ts";
import { CustomerPage } from "../../features/customers/components/CustomerPage.tsx";
import { CustomersPage } from "../../features/customers/components/CustomersPage.tsx";
import {
  COLUMNS,
  type Column,
  SHOWN,
} from "../../features/customers/components/CustomersTable.tsx";
import { parseFilter } from "../../features/customers/components/filters.ts";
import { PersonGroups, PersonGroupsName } from "../../features/groups/components/PersonGroups.tsx";
import { PickedButton } from "../../features/handovers/components/PickedButton.tsx";
import { ExportButton } from "../../features/imports/components/ExportButton.tsx";
import { PersonCard } from "../../features/privacy/components/PersonCard.tsx";
import { useSession } from "../../features/session/api/session.ts";
import { rootRoute, useCorp } from "../root.tsx";

const IdsCard = lazy(async () => ({
  default: (await import("../../features/persons/components/IdsCard.tsx")).IdsCard,
}));
const PersonRfm = lazy(async () => ({
  default: (await import("../../features/rfm/components/later.ts")).PersonRfm,
}));
const PersonOrders = lazy(async () => ({
  default: (await import("../../features/orders/components/PersonOrders.tsx")).PersonOrders,
}));

interface ListSearch extends Filter {
  after?: string | undefined;
  before?: string | undefined;
  cols?: string | undefined;
  /** The open view; 0 is everybody, none opens the default view. */
  view?: number | undefined;
}

function parseColumns(cols: unknown): readonly Column[] {
  if (typeof cols !== "string") return SHOWN;
  const wanted = cols.split(",");
  return COLUMNS.filter((column) => wanted.includes(column));
}

function searchOf(view: View | undefined): ListSearch {
  if (!view) return { view: 0 };
  return {
    ...parseFilter({ ...view.filters, sort: view.sort }),
    view: view.id,
    ...(view.columns.length > 0 ? { cols: view.columns.join(",") } : {}),
  };
}

/** The member, where the list shows the customers of one alone. */
function onlyOne(staff: Filter["staff"]): number | undefined {
  const ids = idsOf(staff);
  return ids.length === 1 ? ids[0] : undefined;
}

const customersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/customers",
  validateSearch: (search: Record<string, unknown>): ListSearch => ({
    ...parseFilter(search),
    ...(typeof search.after === "string" ? { after: search.after } : {}),
    ...(typeof search.before === "string" ? { before: search.before } : {}),
    ...(typeof search.cols === "string" ? { cols: search.cols } : {}),
    ...(Number.isInteger(Number(search.view ?? Number.NaN)) ? { view: Number(search.view) } : {}),
  }),
  component: function Customers() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const search = customersRoute.useSearch();
    const { after, before, cols, view, ...filter } = search;
    const permissions = useSession().data?.user?.permissions ?? [];
    const views = useViews();
    const bare = Object.keys(search).length === 0;
    const items = views.data?.items;
    const first =
      items?.find((one) => one.is_default && !one.is_shared) ??
      items?.find((one) => one.is_default);
    useEffect(() => {
      if (bare && first) navigate({ to: "/customers", search: searchOf(first), replace: true });
    }, [bare, first, navigate]);
    const kept = {
      ...(cols === undefined ? {} : { cols }),
      ...(view === undefined ? {} : { view }),
    };
    const mayImport = permissions.includes("customers.import");
    const exporting = {
      mayExport: permissions.includes("customers.export"),
      mayPhones: permissions.includes("customers.phones"),
      onRegister: () => navigate({ to: "/customers/exports" }),
    };
    return (
      <CustomersPage
        zone={useCorp().zone}
        filter={filter}
        place={{ after, before }}
        view={view ?? 0}
        may={{
          bulk: permissions.includes("customers.bulk"),
          phones: permissions.includes("customers.phones"),
        }}
        columns={parseColumns(cols)}
        onFilter={(next) => navigate({ to: "/customers", search: { ...next, ...kept } })}
        onPage={(place) => navigate({ to: "/customers", search: { ...filter, ...kept, ...place } })}
        onView={(next) => navigate({ to: "/customers", search: searchOf(next) })}
        onColumns={(columns) =>
          navigate({
            to: "/customers",
            search: { ...search, cols: columns.join(",") },
            replace: true,
          })
        }
        onNewCode={() => navigate({ to: "/codes/new" })}
        bulk={(picked, total, onAll, onClear) => (
          <BulkBar
            selection={picked}
            total={total?.total}
            exact={total?.exact ?? true}
            onAll={picked.kind === "ids" ? onAll : undefined}
            onClear={onClear}
          >
            <PickedButton
              ids={picked.kind === "ids" ? picked.ids : undefined}
              may={permissions.includes("handovers.write")}
              onHandOver={(ids) =>
                navigate({
                  to: "/handovers/new",
                  search: { from: onlyOne(filter.staff), ids: ids.join(".") },
                })
              }
            />
            <ExportButton
              {...exporting}
              bare
              selection={
                picked.kind === "ids" ? { kind: "ids", ids: [...picked.ids] } : { ...picked }
              }
              total={picked.kind === "ids" ? { total: picked.ids.length, exact: true } : total}
            />
          </BulkBar>
        )}
        head={(asked, total) => (
          <div className="head-acts">
            <Button
              icon={<Upload size={14} aria-hidden="true" />}
              disabled={!mayImport}
              title={mayImport ? "" : t("imports.forbidden")}
              onClick={() => navigate({ to: "/customers/import" })}
            >
              {t("imports.button")}
            </Button>
            <ExportButton
              {...exporting}
              selection={{ kind: "filter", query: asked }}
              total={total}
            />
            <Button
              icon={<ClipboardList size={14} aria-hidden="true" />}
              aria-label={t("exports.register")}
              title={t("exports.register")}
              onClick={exporting.onRegister}
            />
          </div>
        )}
      />
    );
  },
});

interface PersonSearch {
  kind?: LifeKind | undefined;
  tab?: Tab | undefined;
}

const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/customers/$id",
  validateSearch: (search: Record<string, unknown>): PersonSearch => ({
    kind: LIFE_KINDS.find((one) => one === search.kind),
    tab: TABS.find((one) => one === search.tab),
  }),
  component: function Customer() {
    const navigate = useNavigate();
    const { id } = customerRoute.useParams();
    const { kind, tab } = customerRoute.useSearch();
    const zone = useCorp().zone;
    const user = useSession().data?.user;
    const permissions = user?.permissions ?? [];
    const go = (search: PersonSearch) =>
      navigate({ to: "/customers/$id", params: { id }, search, replace: true });
    return (
      <CustomerPage
        id={Number(id)}
        zone={zone}
        may={{
          write: permissions.includes("customers.write"),
          phones: permissions.includes("customers.phones"),
        }}
        me={user?.id ?? 0}
        {...(permissions.includes("handovers.write")
          ? {
              onHandOver: (from: number) =>
                navigate({ to: "/handovers/new", search: { from, ids: id } }),
            }
          : {})}
        tab={tab ?? "life"}
        kind={kind}
        onTab={(next) => go({ kind, tab: next === "life" ? undefined : next })}
        onKind={(next) => go({ kind: next, tab })}
        groups={
          permissions.includes("groups.read")
            ? {
                name: <PersonGroupsName id={Number(id)} />,
                content: <PersonGroups id={Number(id)} zone={zone} />,
              }
            : undefined
        }
        orders={
          <Suspense fallback={<Skeleton active paragraph={{ rows: 5 }} />}>
            <PersonOrders
              id={Number(id)}
              zone={zone}
              onAll={() => navigate({ to: "/orders", search: { customer: Number(id) } })}
            />
          </Suspense>
        }
        aside={(person) => (
          <>
            <Suspense fallback={null}>
              <PersonRfm
                id={person.id}
                zone={zone}
                mayOpen={permissions.includes("segments.read")}
              />
            </Suspense>
            <Suspense fallback={null}>
              <IdsCard
                id={person.id}
                name={person.name}
                zone={zone}
                mayWrite={permissions.includes("customers.write")}
              />
            </Suspense>
            <PersonCard
              id={person.id}
              name={person.name}
              zone={zone}
              mayWrite={permissions.includes("customers.write")}
              mayErase={permissions.includes("privacy.erase")}
              onRequests={() => navigate({ to: "/privacy", search: { part: "erasures" } })}
              onRegister={() => navigate({ to: "/privacy", search: { part: "exports" } })}
            />
          </>
        )}
      />
    );
  },
});

export const customerRoutes = [customersRoute, customerRoute];
