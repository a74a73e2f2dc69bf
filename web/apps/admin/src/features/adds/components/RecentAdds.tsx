import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useRecentAdds } from "../api/adds.ts";
import { AddsTable } from "./AddsTable.tsx";

/** The newest of today, for the first page. */
export function RecentAdds({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const adds = useRecentAdds();
  return (
    <>
      <div className="recent-head">
        <h2>{t("overview.recent")}</h2>
        <Link to="/welcomes" search={{ tab: "adds" }}>
          {t("overview.recentAll")}
        </Link>
      </div>
      {adds.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {adds.isError && <Failed title={t("adds.loadFailed")} onAgain={() => adds.refetch()} />}
      {adds.data?.items.length === 0 && (
        <div className="empty">
          <p>{t("adds.emptyToday")}</p>
          <Link to="/codes/new">{t("channels.new")}</Link>
        </div>
      )}
      {adds.data && adds.data.items.length > 0 && <AddsTable rows={adds.data.items} zone={zone} />}
    </>
  );
}
