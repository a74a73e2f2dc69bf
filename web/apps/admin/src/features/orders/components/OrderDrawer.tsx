import { ProblemError } from "@yutang/api";
import { count, fullMoment, nothing, State } from "@yutang/ui";
import { Alert, Drawer, Skeleton, Table } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { ChannelLink, Who } from "../../../shared/Links.tsx";
import { type OrderDetail, STATUSES, useOrder } from "../api/orders.ts";
import { money, standing } from "./words.ts";
import "./orders.css";

interface Props {
  id: number;
  zone: string;
  onClose: () => void;
}

/** One order: how it stands, what was bought, what went back, its life, who is credited and why. */
export function OrderDrawer({ id, zone, onClose }: Props) {
  const { t } = useTranslation();
  const order = useOrder(id);
  const unknown = order.error instanceof ProblemError && order.error.problem.status === 404;
  const read = order.data;
  return (
    <Drawer
      open
      size={640}
      title={read ? t("orders.one", { number: read.number }) : t("orders.title")}
      onClose={onClose}
    >
      {order.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {unknown && <Alert type="warning" showIcon title={t("orders.unknown")} />}
      {order.isError && !unknown && (
        <Failed title={t("orders.failed")} onAgain={() => order.refetch()} />
      )}
      {read && <Whole order={read} zone={zone} />}
    </Drawer>
  );
}

function Whole({ order, zone }: { order: OrderDetail; zone: string }) {
  const { t } = useTranslation();
  return (
    <div className="order-whole">
      <div className="order-top">
        <b className="num">{money(order.amount_fen)}</b>
        <State {...standing(t, order)} />
      </div>
      <p className="meta num">
        {t("orders.sums", {
          discount: money(order.discount_fen),
          freight: money(order.freight_fen),
          refunded: money(order.refunded_fen),
        })}
      </p>
      <dl className="order-facts">
        <Fact name={t("orders.columns.customer")}>
          {order.customer ? (
            <Who
              id={order.customer.id}
              name={order.customer.name || t("orders.nameless", { id: order.customer.id })}
            />
          ) : (
            <>
              {t("orders.nobody")} <span className="meta">{t("orders.nobodyWhy")}</span>
            </>
          )}
        </Fact>
        <Fact name={t("orders.columns.staff")}>
          {order.staff?.name ?? nothing}{" "}
          <span className="meta">
            {order.credit
              ? t(`orders.credits.${order.credit}`, { n: order.staff_account ?? "" })
              : t("orders.noCredit")}
          </span>
        </Fact>
        <Fact name={t("orders.store")}>
          {order.store
            ? (order.store.name ?? t("orders.unknownStore", { n: order.store.number }))
            : nothing}
        </Fact>
        <Fact name={t("orders.channel")}>
          {order.code ? <ChannelLink channel={order.code} /> : (order.channel ?? nothing)}
        </Fact>
        <Fact name={t("orders.source")}>{order.source_name ?? order.source}</Fact>
      </dl>
      <h3>{t("orders.life")}</h3>
      <ol className="order-life">
        {STATUSES.map((status) => ({ status, at: order[`${status}_at`] }))
          .filter((one) => one.at !== null)
          .map(({ status, at }) => (
            <li key={status}>
              <span>{t(`orders.moments.${status}`)}</span>
              <span className="num meta">{at && fullMoment(at, zone)}</span>
            </li>
          ))}
        {order.refunds.map((refund) => (
          <li key={refund.number}>
            <span>
              {t("orders.refund", { number: refund.number, money: money(refund.amount_fen) })}
            </span>
            <span className="num meta">{fullMoment(refund.at, zone)}</span>
          </li>
        ))}
      </ol>
      <h3>{t("orders.items")}</h3>
      {order.items.length === 0 ? <p className="meta">{t("orders.noItems")}</p> : null}
      {order.items.length > 0 && <Items order={order} />}
      <p className="meta num">{t("orders.told", { time: fullMoment(order.told_at, zone) })}</p>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Items({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  return (
    <Table
      rowKey={(row) => `${row.place}`}
      size="small"
      dataSource={order.items.map((item, place) => ({ ...item, place }))}
      pagination={false}
      scroll={{ x: 480 }}
      columns={[
        {
          key: "name",
          title: t("orders.columns.goods"),
          render: (_, row) => (
            <>
              {row.name}
              <span className="meta order-second">
                {[row.sku, row.category].filter(Boolean).join(" · ")}
              </span>
            </>
          ),
        },
        {
          key: "quantity",
          title: t("orders.quantity"),
          width: 80,
          align: "right",
          className: "num",
          render: (_, row) => count(row.quantity),
        },
        {
          key: "price",
          title: t("orders.price"),
          width: 110,
          align: "right",
          className: "num",
          render: (_, row) => money(row.price_fen),
        },
      ]}
    />
  );
}
