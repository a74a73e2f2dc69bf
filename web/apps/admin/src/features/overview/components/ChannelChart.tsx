import { useNavigate } from "@tanstack/react-router";
import { BarChart } from "@yutang/charts";
import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Overview } from "../api/overview.ts";

/** Adds of the last days, a colour for each of the largest codes; a bar leads to its day. */
export function ChannelChart({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const total = overview.adds.reduce((sum, one) => sum + one, 0);
  const top = overview.channels[0];
  const topAdds = top?.adds.reduce((sum, one) => sum + one, 0) ?? 0;
  const name = (channel: Overview["channels"][number]) =>
    channel.channel?.name ?? t("overview.chart.rest");
  const sentence =
    total > 0 && top
      ? t("overview.chart.sentence", {
          total: count(total),
          top: name(top),
          topAdds: count(topAdds),
        })
      : t("overview.chart.sentenceNone");
  return (
    <section className="panel">
      <h2>{t("overview.chart.title")}</h2>
      {total === 0 ? (
        <p className="empty">{t("overview.chart.none")}</p>
      ) : (
        <BarChart
          labels={overview.days.map((day) => day.slice(5))}
          series={overview.channels.map((channel) => ({
            key: String(channel.channel?.id ?? "rest"),
            name: name(channel),
            values: channel.adds,
          }))}
          stacked
          sentence={sentence}
          words={{
            dimension: t("overview.chart.dimension"),
            showTable: t("overview.chart.showTable"),
            showChart: t("overview.chart.showChart"),
            loading: t("overview.chart.loading"),
            failed: t("overview.chart.failed"),
          }}
          height={240}
          lastOpen
          format={count}
          onPick={(index) => {
            const on = overview.days[index];
            if (on) navigate({ to: "/welcomes", search: { on } });
          }}
        />
      )}
    </section>
  );
}
