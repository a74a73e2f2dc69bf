import { BarChart } from "@yutang/charts";
import { clock, count } from "@yutang/ui";
import { Button, Segmented, Skeleton, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { DIMENSIONS, type Dimension, type Filter, fileOf, useReport } from "../api/growth.ts";
import { AttributionTab } from "./AttributionTab.tsx";
import { GrowthFilters } from "./GrowthFilters.tsx";
import { GrowthTable } from "./GrowthTable.tsx";
import { dayBack, daysIn, TABS, type Tab, type Tile } from "./search.ts";
import { Facts, Tiles, valueOf } from "./Tiles.tsx";
import "./words.ts";
import "./growth.css";

interface Props {
  zone: string;
  filter: Filter;
  by: Dimension;
  tile: Tile;
  tab: Tab;
  mayExport: boolean;
  mayNames: boolean;
  onChange: (more: { filter?: Filter; by?: Dimension; tile?: Tile; tab?: Tab }) => void;
}

export function GrowthPage(props: Props) {
  const { zone, filter, tab, onChange } = props;
  const { t } = useTranslation();
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("growth.title")}</h1>
          <p className="meta">{t("growth.about")}</p>
        </div>
      </header>
      <Tabs
        activeKey={tab}
        onChange={(key) => onChange({ tab: TABS.find((one) => one === key) ?? "report" })}
        items={TABS.map((key) => ({ key, label: t(`growth.tabs.${key}`) }))}
      />
      <GrowthFilters
        filter={filter}
        zone={zone}
        plain={tab === "attribution"}
        onFilter={(next) => onChange({ filter: next })}
      />
      {tab === "report" ? (
        <ReportTab {...props} />
      ) : (
        <AttributionTab filter={filter} zone={zone} mayNames={props.mayNames} />
      )}
    </>
  );
}

function ReportTab({ zone, filter, by, tile, mayExport, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const days = useReport(filter, "day");
  const rows = useReport(filter, by);
  const read = days.data;
  if (days.isError) {
    return <Failed title={t("growth.failed")} onAgain={() => days.refetch()} />;
  }
  return (
    <>
      <Tiles
        report={read}
        days={daysIn(filter)}
        chosen={tile}
        onChoose={(next) => onChange({ tile: next })}
      />
      {!read && <Skeleton active paragraph={{ rows: 6 }} />}
      {read && (
        <>
          <p className="meta num" aria-live="polite">
            {t("common.asOf", { time: clock(read.as_of, zone) })}
            {read.reckoned_at === null && ` · ${t("growth.notReckoned")}`}
          </p>
          <Chart
            rows={read.rows}
            tile={tile}
            open={filter.to === dayBack(new Date(), zone, 0)}
            onDay={(day) => onChange({ filter: { ...filter, from: day, to: day } })}
          />
          <Facts report={read} />
        </>
      )}
      <div className="growth-by">
        <Segmented<Dimension>
          aria-label={t("growth.by.title")}
          value={by}
          onChange={(next) => onChange({ by: next })}
          options={DIMENSIONS.map((value) => ({ value, label: t(`growth.by.${value}`) }))}
        />
        <Button
          disabled={!mayExport}
          title={mayExport ? undefined : t("growth.exportDenied")}
          {...(mayExport ? { href: fileOf(filter, by, i18n.language) } : {})}
        >
          {t("growth.export")}
        </Button>
      </div>
      {rows.isError && <Failed title={t("growth.failed")} onAgain={() => rows.refetch()} />}
      {rows.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {rows.data && (
        <GrowthTable report={rows.data} by={by} filter={filter} dimmed={rows.isPlaceholderData} />
      )}
    </>
  );
}

interface ChartProps {
  rows: NonNullable<ReturnType<typeof useReport>["data"]>["rows"];
  tile: Tile;
  open: boolean;
  onDay: (day: string) => void;
}

function Chart({ rows, tile, open, onDay }: ChartProps) {
  const { t } = useTranslation();
  const name = t(`growth.tiles.${tile}`);
  const values = rows.map((row) => valueOf(tile, row));
  const total = values.reduce((sum, one) => sum + one, 0);
  if (rows.length < 2 || total === 0) return null;
  const most = Math.max(...values);
  const best = rows[values.indexOf(most)]?.key.slice(5) ?? "";
  return (
    <BarChart
      labels={rows.map((row) => row.key.slice(5))}
      series={[{ key: tile, name, values }]}
      sentence={t("growth.chart.sentence", {
        name,
        days: rows.length,
        n: count(total),
        day: best,
        most: count(most),
      })}
      words={{
        dimension: t("growth.by.day"),
        showTable: t("growth.chart.showTable"),
        showChart: t("growth.chart.showChart"),
        loading: t("growth.chart.loading"),
        failed: t("growth.chart.failed"),
      }}
      height={200}
      lastOpen={open}
      format={count}
      onPick={(index) => {
        const day = rows[index]?.key;
        if (day) onDay(day);
      }}
    />
  );
}
