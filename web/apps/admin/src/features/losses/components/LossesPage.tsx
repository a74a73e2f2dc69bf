import { clock, count } from "@yutang/ui";
import { Button, Skeleton, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { type Filter, type Summary, useLosses, useSummary } from "../api/losses.ts";
import { LossChart } from "./LossChart.tsx";
import { LossFilters } from "./LossFilters.tsx";
import { LossTable } from "./LossTable.tsx";
import { SilencePanel } from "./SilencePanel.tsx";
import { StaffTable } from "./StaffTable.tsx";
import { dayBack, daysIn, TABS, type Tab } from "./search.ts";
import { asks, TILES, type Tile, Tiles, valueOf } from "./Tiles.tsx";
import "./losses.css";

interface Props {
  zone: string;
  filter: Filter;
  tab: Tab;
  after: string | undefined;
  onFilter: (filter: Filter, tab?: Tab) => void;
  onTab: (tab: Tab) => void;
  onPage: (after: string | undefined) => void;
  onBack: () => void;
}

function tileOf(filter: Filter): Tile | undefined {
  return TILES.find((one) => asks[one].what === filter.what && asks[one].by === filter.by);
}

export function LossesPage(props: Props) {
  const { zone, filter, tab, onFilter } = props;
  const { t } = useTranslation();
  const summary = useSummary(filter);
  const tile = tileOf(filter);
  const read = summary.data;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("losses.title")}</h1>
          <p className="meta">{t("losses.about")}</p>
        </div>
        <span className="meta num" aria-live="polite">
          {read && t("common.asOf", { time: clock(read.as_of, zone) })}
        </span>
      </header>
      <LossFilters filter={filter} zone={zone} onFilter={onFilter} />
      {summary.isError && <Failed title={t("losses.failed")} onAgain={() => summary.refetch()} />}
      <Tiles
        summary={read}
        days={daysIn(filter)}
        chosen={tile}
        onChoose={(chosen) => onFilter({ ...filter, ...asks[chosen], back: undefined }, "list")}
      />
      {summary.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {read && tab !== "silence" && (
        <Chart
          read={read}
          tile={tile ?? "relations"}
          open={filter.to === dayBack(new Date(), zone, 0)}
          onDay={(day) => onFilter({ ...filter, from: day, to: day }, "list")}
        />
      )}
      <Tabs
        activeKey={tab}
        onChange={(key) => props.onTab(TABS.find((one) => one === key) ?? "list")}
        items={TABS.map((key) => ({ key, label: t(`losses.tabs.${key}`) }))}
      />
      {tab === "list" && <List {...props} />}
      {tab === "staff" && (
        <StaffTable
          filter={filter}
          onStaff={(staff) => onFilter({ ...filter, ...asks.byCustomer, staff }, "list")}
        />
      )}
      {tab === "silence" && (
        <SilencePanel zone={zone} now={read?.as_of ?? new Date().toISOString()} />
      )}
    </>
  );
}

interface ChartProps {
  read: Summary;
  tile: Tile;
  open: boolean;
  onDay: (day: string) => void;
}

function Chart({ read, tile, open, onDay }: ChartProps) {
  const { t } = useTranslation();
  return (
    <>
      {read.reckoned_at === null && <p className="meta">{t("losses.notReckoned")}</p>}
      {read.days.length > 1 && valueOf(tile, read.total) > 0 && (
        <LossChart summary={read} tile={tile} open={open} onDay={onDay} />
      )}
    </>
  );
}

function List({ zone, filter, after, onFilter, onPage, onBack }: Props) {
  const { t } = useTranslation();
  const losses = useLosses(filter, after);
  if (losses.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (losses.isError) {
    return <Failed title={t("losses.failed")} onAgain={() => losses.refetch()} />;
  }
  const page = losses.data;
  const narrowed = filter.staff ?? filter.department ?? filter.channel ?? filter.back;
  if (page.items.length === 0) {
    return (
      <div className="empty">
        <p>{t(narrowed === undefined ? `losses.empty.${filter.what}` : "losses.empty.filtered")}</p>
        {narrowed !== undefined && (
          <Button
            onClick={() =>
              onFilter({
                ...filter,
                staff: undefined,
                department: undefined,
                channel: undefined,
                back: undefined,
              })
            }
          >
            {t("common.clearFilters")}
          </Button>
        )}
      </div>
    );
  }
  return (
    <>
      <p className="meta num" aria-live="polite">
        {t(page.exact ? "losses.total" : "losses.totalMany", {
          count: page.total,
          n: count(page.total),
        })}
      </p>
      <LossTable rows={page.items} zone={zone} dimmed={losses.isPlaceholderData} />
      <Pages
        label={t("losses.title")}
        previous={after}
        next={page.next}
        onPrevious={onBack}
        onNext={onPage}
      />
    </>
  );
}
