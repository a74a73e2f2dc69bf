import { count, nothing, seconds } from "@yutang/ui";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useOvershoot } from "../api/rota.ts";

const MS = 1000;

/** How far above their caps members got until WeCom had the list without them. */
export function OvershootPart({ id }: { id: number }) {
  const { t } = useTranslation();
  const overshoot = useOvershoot(id);
  const told = overshoot.data;
  const figure = (value: number | null | undefined) =>
    value === null || value === undefined ? nothing : count(value);
  const time = (value: number | null | undefined) =>
    value === null || value === undefined ? nothing : seconds(value * MS);
  return (
    <section aria-labelledby="rota-over">
      <h2 id="rota-over">{t("rota.over.title")}</h2>
      <p className="meta">{t("rota.over.about")}</p>
      {overshoot.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {overshoot.isError && (
        <Failed title={t("rota.loadFailed")} onAgain={() => overshoot.refetch()} />
      )}
      {told && told.hits === 0 && <p className="meta">{t("rota.over.none")}</p>}
      {told && told.hits > 0 && (
        <dl className="tiles">
          {(
            [
              ["hits", figure(told.hits)],
              ["median", figure(told.median)],
              ["p99", figure(told.p99)],
              ["most", figure(told.most)],
              ["medianTime", time(told.median_seconds)],
              ["p99Time", time(told.p99_seconds)],
            ] as const
          ).map(([key, value]) => (
            <div className="tile" key={key}>
              <dt>{t(`rota.over.${key}`)}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
