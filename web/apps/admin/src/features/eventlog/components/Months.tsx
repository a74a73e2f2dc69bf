import { count, fullMoment, nothing, State, type Tone, useWhen } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { Scrolled } from "../../../shared/Scrolled.tsx";
import type { Log, LogMonth } from "../api/log.ts";
import { size } from "./words.ts";

const tones: Record<LogMonth["where"], Tone> = { hot: "ok", cold: "info", both: "warn" };
const SHOWN = 12;

/** Each month with its rows, and whether it lies in the database or in a file. */
export function Months({ log, zone }: { log: Log; zone: string }) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  return (
    <section className="log-part">
      <h2>{t("log.months.title")}</h2>
      <p className="meta">
        {log.cold_after_months === null
          ? t("log.months.byHand")
          : t("log.months.byNight", { count: log.cold_after_months })}{" "}
        {log.erased_waiting > 0 && t("log.months.erased", { count: log.erased_waiting })}
      </p>
      <Scrolled label={t("log.months.title")} least={640}>
        <Table<LogMonth>
          rowKey="month"
          size="middle"
          dataSource={log.months}
          pagination={
            log.months.length > SHOWN ? { pageSize: SHOWN, showSizeChanger: false } : false
          }
          locale={{ emptyText: t("log.months.none") }}
          columns={[
            { title: t("log.months.heads.month"), render: (_, one) => one.month.slice(0, 7) },
            {
              title: t("log.months.heads.where"),
              render: (_, one) => (
                <State tone={tones[one.where]} word={t(`log.months.where.${one.where}`)} />
              ),
            },
            {
              title: t("log.months.heads.rows"),
              align: "right",
              className: "num",
              render: (_, one) => count(one.rows + one.cold_rows),
            },
            {
              title: t("log.months.heads.size"),
              align: "right",
              className: "num",
              render: (_, one) => size(one.bytes),
            },
            {
              title: t("log.months.heads.dropped"),
              align: "right",
              className: "num",
              render: (_, one) => (one.dropped > 0 ? count(one.dropped) : nothing),
            },
            {
              title: t("log.months.heads.counted"),
              render: (_, one) =>
                one.counted_at === null ? (
                  nothing
                ) : (
                  <span className="num meta" title={fullMoment(one.counted_at, zone)}>
                    {when(one.counted_at)}
                  </span>
                ),
            },
          ]}
        />
      </Scrolled>
    </section>
  );
}
