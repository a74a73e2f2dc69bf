import { BarChart } from "@yutang/charts";
import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Summary } from "../api/losses.ts";
import { type Tile, valueOf } from "./Tiles.tsx";

interface Props {
  summary: Summary;
  tile: Tile;
  /** The last day is today and not over. */
  open: boolean;
  onDay: (day: string) => void;
}

/** The chosen number by day; relations stacked by who deleted. A bar leads to its day. */
export function LossChart({ summary, tile, open, onDay }: Props) {
  const { t } = useTranslation();
  const series =
    tile === "relations"
      ? [
          {
            key: "customer",
            name: t("losses.by.customer"),
            values: summary.days.map((day) => day.by_customer),
          },
          {
            key: "staff",
            name: t("losses.by.staff"),
            values: summary.days.map((day) => day.by_staff),
          },
        ]
      : [
          {
            key: tile,
            name: t(`losses.tiles.${tile}`),
            values: summary.days.map((day) => valueOf(tile, day)),
          },
        ];
  const total = valueOf(tile, summary.total);
  const worst = summary.days.reduce(
    (most, day) => (valueOf(tile, day) > valueOf(tile, most) ? day : most),
    summary.days[0] ?? { day: "", by_customer: 0, by_staff: 0, persons: 0, returned: 0 },
  );
  return (
    <section className="loss-chart">
      <h2>{t("losses.chart.title", { name: t(`losses.tiles.${tile}`) })}</h2>
      <BarChart
        labels={summary.days.map((day) => day.day.slice(5))}
        series={series}
        stacked
        sentence={t("losses.chart.sentence", {
          name: t(`losses.tiles.${tile}`),
          days: summary.days.length,
          n: count(total),
          day: worst.day.slice(5),
          most: count(valueOf(tile, worst)),
        })}
        words={{
          dimension: t("losses.chart.day"),
          showTable: t("losses.chart.showTable"),
          showChart: t("losses.chart.showChart"),
          loading: t("losses.chart.loading"),
          failed: t("losses.chart.failed"),
        }}
        height={200}
        lastOpen={open}
        format={count}
        onPick={(index) => {
          const day = summary.days[index]?.day;
          if (day) onDay(day);
        }}
      />
    </section>
  );
}
