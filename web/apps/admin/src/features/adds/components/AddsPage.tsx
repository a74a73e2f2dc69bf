import { useQueryClient } from "@tanstack/react-query";
import { clock, count } from "@yutang/ui";
import { Button, DatePicker, Segmented, Skeleton, Tag } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type AddsFilter, OUTCOMES, type Outcome, useAdds, useSummary } from "../api/adds.ts";
import { AddsTable } from "./AddsTable.tsx";
import { Tiles } from "./Tiles.tsx";

interface Props {
  zone: string;
  filter: AddsFilter;
  onFilter: (filter: AddsFilter) => void;
  onNewCode: () => void;
}

/** What each new friend of a day heard, and in time? */
export function AddsPage({ zone, filter, onFilter, onNewCode }: Props) {
  const { t } = useTranslation();
  const summary = useSummary(filter.on);
  const adds = useAdds(filter);
  const rows = adds.data?.pages.flatMap((page) => page.items) ?? [];
  const day = summary.data;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>
            {day
              ? t("adds.title", {
                  day: filter.on ? t("adds.day", { day: filter.on }) : t("adds.today"),
                  adds: count(day.adds),
                  sent: count(day.sent),
                })
              : t("adds.titleLoading")}
          </h1>
          <p className="meta num" aria-live="polite">
            {day ? t("adds.asOf", { time: clock(day.as_of, zone) }) : " "}
          </p>
        </div>
      </header>
      <Tiles summary={day} />
      <div className="filters">
        <DatePicker
          aria-label={t("adds.pickDay")}
          allowClear={filter.on !== undefined}
          maxDate={dayjs()}
          placeholder={t("adds.today")}
          value={filter.on ? dayjs(filter.on) : null}
          onChange={(chosen) =>
            onFilter({ ...filter, on: chosen ? chosen.format("YYYY-MM-DD") : undefined })
          }
        />
        <Segmented
          aria-label={t("adds.filter")}
          value={filter.outcome ?? "all"}
          options={["all", ...OUTCOMES].map((value) => ({
            value,
            label: t(`adds.outcomes.${value}`),
          }))}
          onChange={(value) =>
            onFilter({ ...filter, outcome: value === "all" ? undefined : (value as Outcome) })
          }
        />
        {filter.channel !== undefined && (
          <Tag closable onClose={() => onFilter({ ...filter, channel: undefined })}>
            {rows[0]?.channel?.name ?? t("adds.oneChannel")}
          </Tag>
        )}
        <Newer pages={adds.data?.pages.length ?? 0} adds={filter.on ? undefined : day?.adds} />
      </div>
      {adds.isError && <Failed title={t("adds.loadFailed")} onAgain={() => adds.refetch()} />}
      {adds.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {adds.isSuccess && rows.length === 0 && (
        <Empty filter={filter} onFilter={onFilter} onNewCode={onNewCode} />
      )}
      {rows.length > 0 && (
        <AddsTable
          rows={rows}
          zone={zone}
          onChannel={(channel) => onFilter({ ...filter, channel })}
          onEnd={() => {
            if (adds.hasNextPage && !adds.isFetchingNextPage) adds.fetchNextPage();
          }}
        />
      )}
    </>
  );
}

/** Who reads far down is not pulled away: he is told that there is more at the top. */
function Newer({ pages, adds }: { pages: number; adds: number | undefined }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(adds);
  if (pages <= 1 && seen !== adds) setSeen(adds);
  if (pages <= 1 || adds === undefined || seen === undefined || adds <= seen) return null;
  return (
    <Button
      type="link"
      className="newer"
      onClick={() => queries.resetQueries({ queryKey: ["adds", "list"] })}
    >
      {t("adds.newer")}
    </Button>
  );
}

function Empty({ filter, onFilter, onNewCode }: Omit<Props, "zone">) {
  const { t } = useTranslation();
  if (filter.outcome !== undefined || filter.channel !== undefined) {
    return (
      <div className="empty">
        <p>{t("adds.emptyFiltered")}</p>
        <Button onClick={() => onFilter({ on: filter.on })}>{t("common.clearFilters")}</Button>
      </div>
    );
  }
  return (
    <div className="empty">
      <p>{filter.on ? t("adds.empty") : t("adds.emptyToday")}</p>
      {!filter.on && <Button onClick={onNewCode}>{t("channels.new")}</Button>}
    </div>
  );
}
