import { useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { count, dayOf, nothing } from "@yutang/ui";
import en from "../../../locales/en/later-orders.json";
import zh from "../../../locales/zh-CN/later-orders.json";
import { learn, spoken, t } from "../../../shared/words.ts";

learn({ "zh-CN": zh, en });

type Read = Schemas["CustomerOrders"];
type Order = Read["items"][number];

function yuan(fen: number): string {
  const rest = fen % 100;
  return `¥${count(Math.trunc(fen / 100))}${rest ? `.${String(rest).padStart(2, "0")}` : ""}`;
}

interface Props {
  externalId: string;
  zone: string;
}

/** What he bought last, what it came to, and what may suit him, with the reason. */
export function Orders({ externalId, zone }: Props) {
  const { data, error, refetch } = useQuery({
    queryKey: ["customer", externalId, "orders"],
    queryFn: () =>
      ask(
        client.GET("/api/staff/customers/{external_id}/orders", {
          params: { path: { external_id: externalId } },
        }),
      ),
    refetchInterval: 60_000,
  });
  return (
    <section className="card">
      <header>
        <h2>{t("orders.title")}</h2>
        {data?.totals ? (
          <span className="meta">
            {t("orders.totals", {
              count: data.totals.count,
              money: yuan(data.totals.spent_fen),
            })}
          </span>
        ) : null}
      </header>
      {error && !data ? (
        <>
          <p className="problem" role="alert">
            {t("orders.failed")}
          </p>
          <button type="button" className="plain" onClick={() => void refetch()}>
            {t("failures.retry")}
          </button>
        </>
      ) : null}
      {data ? <Bought read={data} zone={zone} /> : null}
    </section>
  );
}

function Bought({ read, zone }: { read: Read; zone: string }) {
  if (!read.known) {
    return (
      <p className="empty">
        {nothing} {t("orders.untold")}
      </p>
    );
  }
  const told = spoken() === "en" ? "en" : "zh-CN";
  const every = read.totals?.average_days;
  return (
    <>
      {read.items.length === 0 ? <p className="empty">{t("orders.none")}</p> : null}
      <ul className="rows">
        {read.items.map((order) => (
          <Row key={order.id} order={order} zone={zone} />
        ))}
      </ul>
      {every ? <p className="meta">{t("orders.every", { count: Math.round(every) })}</p> : null}
      {read.advice.length > 0 ? (
        <ul className="rows" aria-label={t("orders.advice")}>
          {read.advice.map((one) => (
            <li key={`${one.kind} ${one.sku}`}>
              <div className="grow">
                <p className="strong">
                  {t(`orders.kinds.${one.kind}`)} · {one.name}
                </p>
                <p className="meta">{one.reason[told]}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Row({ order, zone }: { order: Order; zone: string }) {
  const back =
    order.refunded_fen > 0 ? ` · ${t("orders.back", { money: yuan(order.refunded_fen) })}` : "";
  return (
    <li>
      <div className="grow">
        <p className="cutline">{order.goods || order.number}</p>
        <p className="meta">
          {dayOf(order.placed_at, zone)} · {t(`orders.statuses.${order.status}`)}
          {back}
        </p>
      </div>
      <span className="num">{yuan(order.amount_fen)}</span>
    </li>
  );
}
