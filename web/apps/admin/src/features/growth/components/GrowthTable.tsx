import { Link } from "@tanstack/react-router";
import { count, nothing } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { Scrolled } from "../../../shared/Scrolled.tsx";
import type { Dimension, Filter, Report, Row } from "../api/growth.ts";
import { percent, yuan } from "./words.ts";

interface Props {
  report: Report;
  by: Dimension;
  filter: Filter;
  dimmed: boolean;
}

/** One row a channel, member, store or day; its adds as a bar beside what became of them. */
export function GrowthTable({ report, by, filter, dimmed }: Props) {
  const { t } = useTranslation();
  const rows = by === "day" ? [...report.rows].reverse() : report.rows;
  if (rows.every((row) => row.adds === 0 && row.lost_by_customer + row.lost_by_staff === 0)) {
    return <p className="empty">{t("growth.empty")}</p>;
  }
  const most = Math.max(1, ...rows.map((row) => row.adds));
  return (
    <>
      <Scrolled label={t(`growth.by.${by}`)} least={960}>
        <Table<Row>
          className={dimmed ? "growth-table dimmed" : "growth-table"}
          rowKey="key"
          dataSource={rows}
          pagination={false}
          columns={[
            {
              key: "name",
              title: t(`growth.by.${by}`),
              render: (_, row) => <Name row={row} by={by} filter={filter} />,
            },
            {
              key: "adds",
              title: t("growth.tiles.adds"),
              width: 200,
              render: (_, row) => (
                <span className="growth-bar">
                  <span aria-hidden="true" style={{ width: `${(row.adds / most) * 100}%` }} />
                  <b className="num">{count(row.adds)}</b>
                </span>
              ),
            },
            number("firsts", t("growth.tiles.firsts"), (row) => count(row.firsts)),
            number("stayed", t("growth.columns.stayed"), (row) => (
              <span title={count(row.stayed)}>{percent(row.stayed, row.adds)}</span>
            )),
            ...([1, 7, 30] as const).map((days) =>
              number(`kept${days}`, t("growth.kept", { count: days }), (row) => {
                const one = row.kept.find((kept) => kept.days === days);
                return one?.kept == null ? (
                  <span title={t("growth.untold.not_yet")}>{nothing}</span>
                ) : (
                  percent(one.kept, one.of)
                );
              }),
            ),
            number("lost", t("growth.tiles.lost"), (row) =>
              count(row.lost_by_customer + row.lost_by_staff),
            ),
            number("orders", t("growth.orders"), (row) =>
              row.orders === null ? (
                <span title={t("growth.untold.no_orders")}>{nothing}</span>
              ) : (
                <span title={yuan(row.orders_fen ?? 0)}>{count(row.orders)}</span>
              ),
            ),
            number("cost", t("growth.perKept"), (row) =>
              row.cost_per_kept_fen === null ? (
                <span
                  title={t(`growth.untold.${by === "channel" ? "no_cost" : "per_channel_only"}`)}
                >
                  {nothing}
                </span>
              ) : (
                yuan(row.cost_per_kept_fen)
              ),
            ),
          ]}
        />
      </Scrolled>
      {report.more > 0 && (
        <p className="meta">
          {t("growth.moreRows", { count: report.more, n: count(report.more) })}
        </p>
      )}
    </>
  );
}

function Name({ row, by, filter }: { row: Row; by: Dimension; filter: Filter }) {
  const { t } = useTranslation();
  if (by === "day") return <span className="num">{row.key}</span>;
  if (row.key === "none" || row.key === "other") return <>{t(`growth.${row.key}`)}</>;
  const name = row.name || `#${row.key}`;
  return (
    <>
      <Link to="/reports/growth" search={{ ...filter, [by]: Number(row.key), by: "day" }}>
        {name}
      </Link>
      {row.left && <span className="meta"> {t(`growth.left.${by}`)}</span>}
    </>
  );
}

function number(key: string, title: string, render: (row: Row) => React.ReactNode) {
  return {
    key,
    title,
    align: "right" as const,
    className: "num",
    render: (_: unknown, row: Row) => render(row),
  };
}
