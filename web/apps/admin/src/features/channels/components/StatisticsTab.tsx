import { BarChart, LineChart } from "@yutang/charts";
import { clock, count } from "@yutang/ui";
import { Segmented, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useStatistics } from "../api/channels.ts";

const DAYS = [7, 30, 90] as const;
const DAY_MS = 86_400_000;
const OUTCOMES = ["sent", "late", "impossible", "failed"] as const;

interface Props {
  id: number;
  zone: string;
  days: number;
  onDays: (days: number) => void;
  onCustomers: () => void;
}

const isoDay = (moment: Date, zone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(moment);

export function StatisticsTab({ id, zone, days, onDays, onCustomers }: Props) {
  const { t } = useTranslation();
  const from = isoDay(new Date(Date.now() - (days - 1) * DAY_MS), zone);
  const statistics = useStatistics(id, from, undefined);
  if (statistics.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (statistics.isError) {
    return (
      <Failed title={t("channels.statistics.loadFailed")} onAgain={() => statistics.refetch()} />
    );
  }
  const { totals, friends, lost_ever, as_of } = statistics.data;
  const rows = statistics.data.days;
  const labels = rows.map((row) => row.day.slice(5));
  const words = {
    dimension: t("channels.statistics.day"),
    showTable: t("channels.statistics.showTable"),
    showChart: t("channels.statistics.showChart"),
    loading: t("channels.statistics.drawing"),
    failed: t("channels.statistics.notDrawn"),
  };
  const tiles: [string, number, boolean][] = [
    [t("channels.statistics.adds"), totals.adds, true],
    [t("channels.statistics.half"), totals.half, false],
    [t("channels.statistics.lost"), totals.lost, false],
    [t("channels.statistics.friends"), friends, true],
    [t("channels.statistics.lostEver"), lost_ever, false],
  ];
  return (
    <section aria-label={t("channels.tabs.statistics")}>
      <div className="filters">
        <Segmented<number>
          aria-label={t("channels.statistics.span")}
          value={days}
          onChange={onDays}
          options={DAYS.map((n) => ({ value: n, label: t("channels.statistics.lastDays", { n }) }))}
        />
        <span className="meta num">{t("common.asOf", { time: clock(as_of, zone) })}</span>
      </div>
      <dl className="tiles">
        {tiles.map(([name, value, linked]) => (
          <div className="tile" key={name}>
            <dt>{name}</dt>
            <dd className="num">
              {linked ? (
                <button type="button" className="link" onClick={onCustomers}>
                  {count(value)}
                </button>
              ) : (
                count(value)
              )}
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t("channels.statistics.addsAndLosses")}</h2>
      <LineChart
        labels={labels}
        lastOpen
        words={words}
        format={count}
        sentence={t("channels.statistics.addsSentence", {
          n: days,
          adds: count(totals.adds),
          lost: count(totals.lost),
        })}
        series={[
          {
            key: "adds",
            name: t("channels.statistics.adds"),
            values: rows.map((row) => row.adds ?? 0),
          },
          {
            key: "lost",
            name: t("channels.statistics.lost"),
            values: rows.map((row) => row.lost ?? 0),
          },
        ]}
      />
      <h2>{t("channels.statistics.welcomes")}</h2>
      <BarChart
        labels={labels}
        stacked
        words={words}
        format={count}
        height={200}
        sentence={t("channels.statistics.welcomesSentence", {
          sent: count(totals.sent),
          late: count(totals.late),
          impossible: count(totals.impossible),
          failed: count(totals.failed),
        })}
        series={OUTCOMES.map((outcome) => ({
          key: outcome,
          name: t(`channels.statistics.${outcome}`),
          values: rows.map((row) => row[outcome] ?? 0),
        }))}
      />
    </section>
  );
}
