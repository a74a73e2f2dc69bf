import { createRoute } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { ActList } from "../../features/bulk/components/ActList.tsx";
import { useQuota } from "../../features/gateway/api/quota.ts";
import { Runs } from "../../features/gateway/components/Runs.tsx";
import { HandoverRuns } from "../../features/handovers/components/HandoverRuns.tsx";
import { TransferList } from "../../features/imports/components/TransferList.tsx";
import { useSession } from "../../features/session/api/session.ts";
import "../../features/gateway/components/quota.css";
import { rootRoute, useCorp } from "../root.tsx";

const BatchRuns = lazy(async () => ({
  default: (await import("../../features/codebatches/components/later.ts")).BatchRuns,
}));

const RfmRuns = lazy(async () => ({
  default: (await import("../../features/rfm/components/later.ts")).RfmRuns,
}));

const tasksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tasks",
  component: function Tasks() {
    const { t } = useTranslation();
    const { zone } = useCorp();
    const permissions = useSession().data?.user.permissions ?? [];
    const may = {
      imports: permissions.includes("customers.import"),
      exports: permissions.includes("customers.export"),
    };
    return (
      <div className="tasks">
        <header className="page-head">
          <div>
            <h1>{t("bulk.title")}</h1>
            <p className="meta">{t("bulk.about")}</p>
          </div>
        </header>
        {permissions.includes("customers.bulk") && (
          <section>
            <h2>{t("bulk.bulkTitle")}</h2>
            <ActList zone={zone} />
          </section>
        )}
        {(may.imports || may.exports) && (
          <section>
            <h2>{t("imports.tasks.title")}</h2>
            <TransferList zone={zone} may={may} />
          </section>
        )}
        {permissions.includes("handovers.read") && (
          <section>
            <h2>{t("handovers.runs")}</h2>
            <HandoverRuns zone={zone} />
          </section>
        )}
        {permissions.includes("channels.read") && (
          <section>
            <Suspense fallback={<Skeleton active paragraph={{ rows: 3 }} />}>
              <BatchRuns zone={zone} mayStop={permissions.includes("channels.write")} />
            </Suspense>
          </section>
        )}
        {permissions.includes("segments.read") && (
          <section>
            <Suspense fallback={<Skeleton active paragraph={{ rows: 2 }} />}>
              <RfmRuns zone={zone} />
            </Suspense>
          </section>
        )}
        {permissions.includes("settings.read") && <WecomRuns zone={zone} />}
      </div>
    );
  },
});

/** Readings of the company and what WeCom is told of: they live by its quota. */
function WecomRuns({ zone }: { zone: string }) {
  const quota = useQuota();
  const { t } = useTranslation();
  return quota.data ? (
    <div className="quota">
      <Runs title={t("bulk.wecomTitle")} runs={quota.data.runs} zone={zone} now={quota.data.at} />
    </div>
  ) : null;
}

export const taskRoutes = [tasksRoute];
