import { LineChart } from "@yutang/charts";
import { count, shortMoment } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { CLASSES, type ClassKey, useHistory } from "../api/rfm.ts";

const LINES = 4;

/** How large classes were, reckoning by reckoning: the important ones, or the one looked at. */
export function Sizes({ run, zone, only }: { run: number; zone: string; only?: ClassKey }) {
  const { t } = useTranslation();
  const items = useHistory(run).data?.items ?? [];
  if (items.length < 2) return null;
  const keys = only ? [only] : CLASSES.slice(0, LINES);
  const of = (key: ClassKey) =>
    items.map((one) => one.classes.find((size) => size.key === key)?.people ?? 0);
  const told = keys
    .map((key) => `${t(`rfm.classes.${key}`)} ${count(of(key).at(-1) ?? 0)}`)
    .join(t("rfm.sizes.comma"));
  return (
    <section className="rfm-panel">
      <h2>{t("rfm.sizes.title")}</h2>
      <LineChart
        labels={items.map((one) => shortMoment(one.run.at, zone))}
        series={keys.map((key) => ({ key, name: t(`rfm.classes.${key}`), values: of(key) }))}
        sentence={t("rfm.sizes.sentence", { times: items.length, told })}
        words={{
          dimension: t("rfm.sizes.run"),
          showTable: t("rfm.sizes.showTable"),
          showChart: t("rfm.sizes.showChart"),
          loading: t("rfm.sizes.loading"),
          failed: t("rfm.sizes.failed"),
        }}
        height={200}
        format={count}
      />
    </section>
  );
}
