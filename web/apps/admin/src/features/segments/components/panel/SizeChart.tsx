import { LineChart } from "@yutang/charts";
import { count, shortMoment } from "@yutang/ui";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../../shared/Failed.tsx";
import { useSizes } from "../../api/segments.ts";

interface Props {
  id: number | undefined;
  zone: string;
  height?: number;
}

/** How many were in it, refresh by refresh. */
export function SizeChart({ id, zone, height = 220 }: Props) {
  const { t } = useTranslation();
  const sizes = useSizes(id);
  if (id === undefined) return <p className="meta">{t("segments.sizes.unsaved")}</p>;
  if (sizes.isPending) return <Skeleton active paragraph={{ rows: 4 }} title={false} />;
  if (sizes.isError) {
    return <Failed title={t("segments.sizes.failed")} onAgain={() => sizes.refetch()} />;
  }
  const { items, hidden } = sizes.data;
  if (hidden) return <p className="meta">{t("segments.hidden")}</p>;
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last || items.length < 2) {
    return <p className="meta">{t("segments.sizes.short")}</p>;
  }
  return (
    <LineChart
      labels={items.map((one) => shortMoment(one.at, zone))}
      series={[
        { key: "size", name: t("segments.sizes.size"), values: items.map((one) => one.size) },
      ]}
      sentence={t("segments.sizes.sentence", {
        from: count(first.size),
        to: count(last.size),
        since: shortMoment(first.at, zone),
      })}
      words={{
        dimension: t("segments.sizes.when"),
        showTable: t("losses.chart.showTable"),
        showChart: t("losses.chart.showChart"),
        loading: t("losses.chart.loading"),
        failed: t("losses.chart.failed"),
      }}
      height={height}
      format={count}
    />
  );
}
