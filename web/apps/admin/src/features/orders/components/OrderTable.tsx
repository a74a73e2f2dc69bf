import { count, fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { Who } from "../../../shared/Links.tsx";
import type { Order } from "../api/orders.ts";
import { money, standing } from "./words.ts";
import "./orders.css";

interface Props {
  rows: readonly Order[];
  zone: string;
  dimmed?: boolean;
  /** His own page names the buyer already. */
  ofOne?: boolean;
  onOpen: (id: number) => void;
}

/** One order a row; its number opens it. */
export function OrderTable({ rows, zone, dimmed = false, ofOne = false, onOpen }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <Table<Order>
      rowKey="id"
      className={dimmed ? "order-table dimmed" : "order-table"}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: ofOne ? 720 : 1000 }}
      columns={[
        {
          key: "number",
          title: t("orders.columns.number"),
          width: 190,
          fixed: "left",
          render: (_, row) => (
            <>
              <button
                type="button"
                className="link cut order-number"
                title={row.number}
                onClick={() => onOpen(row.id)}
              >
                {row.number}
              </button>
              <span className="meta order-second cut">{row.source_name ?? row.source}</span>
            </>
          ),
        },
        ...(ofOne
          ? []
          : [
              {
                key: "customer",
                title: t("orders.columns.customer"),
                width: 170,
                render: (_: unknown, row: Order) =>
                  row.customer ? (
                    <Who
                      id={row.customer.id}
                      name={row.customer.name || t("orders.nameless", { id: row.customer.id })}
                    />
                  ) : (
                    <span className="meta" title={t("orders.nobodyWhy")}>
                      {t("orders.nobody")}
                    </span>
                  ),
              },
            ]),
        {
          key: "goods",
          title: t("orders.columns.goods"),
          render: (_, row) => (
            <>
              <span className="cut order-goods" title={row.goods}>
                {row.goods || nothing}
              </span>
              {row.pieces > 0 && (
                <span className="meta order-second num">
                  {t("orders.pieces", { count: row.pieces, n: count(row.pieces) })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "amount",
          title: t("orders.columns.amount"),
          width: 130,
          align: "right",
          className: "num",
          render: (_, row) => (
            <>
              {money(row.amount_fen)}
              {row.refunded_fen > 0 && (
                <span className="meta order-second">
                  {t("orders.refundedOf", { money: money(row.refunded_fen) })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "status",
          title: t("orders.columns.status"),
          width: 110,
          render: (_, row) => <State {...standing(t, row)} />,
        },
        {
          key: "staff",
          title: t("orders.columns.staff"),
          width: 150,
          render: (_, row) => <Credited row={row} />,
        },
        {
          key: "placed",
          title: t("orders.columns.placed"),
          width: 120,
          align: "right",
          className: "num",
          render: (_, row) => (
            <span title={fullMoment(row.placed_at, zone)}>{tell(row.placed_at)}</span>
          ),
        },
      ]}
    />
  );
}

/** Who is credited, and in which store. */
export function Credited({ row }: { row: Order }) {
  const { t } = useTranslation();
  const store = row.store && (row.store.name ?? t("orders.unknownStore", { n: row.store.number }));
  const staff =
    row.staff?.name ??
    (row.staff_account ? t("orders.unknownStaff", { n: row.staff_account }) : nothing);
  return (
    <>
      <span className="cut" title={row.credit ? t(`orders.credits.${row.credit}`) : ""}>
        {staff}
      </span>
      {store && <span className="meta order-second cut">{store}</span>}
    </>
  );
}
