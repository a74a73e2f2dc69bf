import { count, fullMoment, nothing, useWhen } from "@yutang/ui";
import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Advice, type Orders, useCustomerOrders } from "../api/orders.ts";
import { Connect } from "./Connect.tsx";
import { OrderDrawer } from "./OrderDrawer.tsx";
import { OrderTable } from "./OrderTable.tsx";
import { money } from "./words.ts";
import "./orders.css";

interface Props {
  id: number;
  zone: string;
  onAll: () => void;
}

/** What a customer bought, what it came to, and what may suit him. */
export function PersonOrders({ id, zone, onAll }: Props) {
  const { t } = useTranslation();
  const orders = useCustomerOrders(id);
  const [open, setOpen] = useState<number>();
  if (orders.isPending) return <Skeleton active paragraph={{ rows: 5 }} />;
  if (orders.isError) {
    return <Failed title={t("orders.failed")} onAgain={() => orders.refetch()} />;
  }
  const read = orders.data;
  if (!read.known) return <Connect />;
  return (
    <>
      {read.totals && <Totals totals={read.totals} zone={zone} />}
      <AdviceList advice={read.advice} asOf={read.advice_as_of} zone={zone} />
      {read.items.length === 0 ? (
        <p className="empty">{t("orders.person.none")}</p>
      ) : (
        <OrderTable ofOne rows={read.items} zone={zone} onOpen={setOpen} />
      )}
      {read.more && (
        <button type="button" className="link" onClick={onAll}>
          {t("orders.person.all")}
        </button>
      )}
      {open !== undefined && (
        <OrderDrawer id={open} zone={zone} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

function Totals({ totals, zone }: { totals: NonNullable<Orders["totals"]>; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const facts: [string, string, string][] = [
    [t("orders.person.count"), count(totals.count), ""],
    [t("orders.person.spent"), money(totals.spent_fen), t("orders.person.net")],
    [
      t("orders.person.last"),
      totals.last_at ? tell(totals.last_at) : nothing,
      totals.last_at ? fullMoment(totals.last_at, zone) : t("orders.person.none"),
    ],
    [
      t("orders.person.every"),
      totals.average_days === null
        ? nothing
        : t("orders.days", {
            count: Math.round(totals.average_days),
            n: count(Math.round(totals.average_days)),
          }),
      totals.average_days === null ? t("orders.person.onlyOne") : "",
    ],
  ];
  return (
    <dl className="order-totals">
      {facts.map(([name, value, about]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
          <dd className="meta num">{about}</dd>
        </div>
      ))}
    </dl>
  );
}

interface AdviceProps {
  advice: readonly Advice[];
  asOf: string | null;
  zone: string;
}

function AdviceList({ advice, asOf, zone }: AdviceProps) {
  const { t, i18n } = useTranslation();
  if (advice.length === 0) return null;
  const language = i18n.language === "en" ? "en" : "zh-CN";
  return (
    <section className="order-advice" aria-label={t("orders.advice.title")}>
      <h3>{t("orders.advice.title")}</h3>
      <ul>
        {advice.map((one) => (
          <li key={`${one.kind} ${one.sku}`}>
            <b>
              {t(`orders.advice.${one.kind}`)} · {one.name}
            </b>
            <span className="meta">{one.reason[language]}</span>
          </li>
        ))}
      </ul>
      {asOf && (
        <p className="meta num">{t("orders.advice.asOf", { time: fullMoment(asOf, zone) })}</p>
      )}
    </section>
  );
}
