import { LineChart } from "@yutang/charts";
import { clock, count } from "@yutang/ui";
import { Segmented, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useNumbers } from "../api/groupCodes.ts";

const DAYS = [7, 30, 90] as const;
const DAY_MS = 86_400_000;
const SHOWN = ["way", "picture", "staff", "none"] as const;

interface Props {
  id: number;
  zone: string;
  days: number;
  onDays: (days: number) => void;
}

const isoDay = (moment: Date, zone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(moment);

/** Who came, left and stayed, and what visitors of the page found. */
export function NumbersTab({ id, zone, days, onDays }: Props) {
  const { t } = useTranslation();
  const numbers = useNumbers(id, isoDay(new Date(Date.now() - (days - 1) * DAY_MS), zone));
  if (numbers.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (numbers.isError) {
    return <Failed title={t("groupcodes.numbers.loadFailed")} onAgain={() => numbers.refetch()} />;
  }
  const { totals, views, as_of } = numbers.data;
  const rows = numbers.data.days;
  const tiles = [
    ["joined", totals.joined],
    ["left", totals.left],
    ["stayed", totals.stayed],
    ["views", totals.views],
  ] as const;
  return (
    <section aria-label={t("groupcodes.tabs.numbers")}>
      <div className="filters">
        <Segmented<number>
          aria-label={t("channels.statistics.span")}
          value={days}
          onChange={onDays}
          options={DAYS.map((n) => ({ value: n, label: t("channels.statistics.lastDays", { n }) }))}
        />
        <span className="meta num">{t("common.asOf", { time: clock(as_of, zone) })}</span>
      </div>
      <dl className="tiles gc-tiles">
        {tiles.map(([key, value]) => (
          <div className="tile" key={key} title={t(`groupcodes.numbers.${key}About`)}>
            <dt>{t(`groupcodes.numbers.${key}`)}</dt>
            <dd className="num">{count(value ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <LineChart
        labels={rows.map((row) => row.day.slice(5))}
        lastOpen
        words={{
          dimension: t("channels.statistics.day"),
          showTable: t("channels.statistics.showTable"),
          showChart: t("channels.statistics.showChart"),
          loading: t("channels.statistics.drawing"),
          failed: t("channels.statistics.notDrawn"),
        }}
        format={count}
        sentence={t("groupcodes.numbers.sentence", {
          n: days,
          joined: count(totals.joined ?? 0),
          left: count(totals.left ?? 0),
          stayed: count(totals.stayed ?? 0),
        })}
        series={(["joined", "left", "stayed"] as const).map((key) => ({
          key,
          name: t(`groupcodes.numbers.${key}`),
          values: rows.map((row) => row[key] ?? 0),
        }))}
      />
      <h2>{t("groupcodes.numbers.found")}</h2>
      <dl className="gc-found">
        {SHOWN.map((key) => (
          <div key={key}>
            <dt>{t(`groupcodes.shows.${key}`)}</dt>
            <dd className="num">{count(views[key] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
