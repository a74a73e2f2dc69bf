import { clock, count } from "@yutang/ui";
import { App, Button, Skeleton } from "antd";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { type Filter, useExportOrders, useOrders } from "../api/orders.ts";
import { Connect } from "./Connect.tsx";
import { OrderDrawer } from "./OrderDrawer.tsx";
import { OrderFilters } from "./OrderFilters.tsx";
import { OrderTable } from "./OrderTable.tsx";
import { money } from "./words.ts";
import "./orders.css";

interface Props {
  zone: string;
  filter: Filter;
  after: string | undefined;
  peek: number | undefined;
  mayExport: boolean;
  onFilter: (filter: Filter) => void;
  onPage: (after: string | undefined) => void;
  onBack: () => void;
  onPeek: (id: number | undefined) => void;
  onRegister: () => void;
}

/** Orders of every source, the newest first. */
export function OrdersPage(props: Props) {
  const { zone, filter, after } = props;
  const { t } = useTranslation();
  const orders = useOrders(filter, after);
  const read = orders.data;
  const connected = read === undefined || read.sources.length > 0;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("orders.title")}</h1>
          <p className="meta num" aria-live="polite">
            {read &&
              connected &&
              `${t(read.exact ? "orders.total" : "orders.totalMany", {
                count: read.total,
                n: count(read.total),
                money: money(read.fen),
              })} · ${t("common.asOf", { time: clock(read.as_of, zone) })}`}
          </p>
        </div>
        {connected && <Export {...props} />}
      </header>
      {connected && (
        <OrderFilters filter={filter} sources={read?.sources ?? []} onFilter={props.onFilter} />
      )}
      {orders.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {orders.isError && <Failed title={t("orders.failed")} onAgain={() => orders.refetch()} />}
      {!connected && <Connect />}
      {read && connected && read.items.length === 0 && (
        <div className="empty">
          <p>{t("orders.nothing")}</p>
          <Button onClick={() => props.onFilter({})}>{t("common.clearFilters")}</Button>
        </div>
      )}
      {read && read.items.length > 0 && (
        <>
          <OrderTable
            rows={read.items}
            zone={zone}
            dimmed={orders.isPlaceholderData}
            onOpen={props.onPeek}
          />
          <Pages
            sparse
            label={t("orders.title")}
            previous={after}
            next={read.next}
            onPrevious={props.onBack}
            onNext={props.onPage}
          />
        </>
      )}
      {props.peek !== undefined && (
        <OrderDrawer id={props.peek} zone={zone} onClose={() => props.onPeek(undefined)} />
      )}
    </>
  );
}

function Export({ filter, mayExport, onRegister }: Props) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const asked = useExportOrders();
  return (
    <Button
      icon={<Download size={14} aria-hidden="true" />}
      disabled={!mayExport}
      title={mayExport ? "" : t("orders.mayNotExport")}
      loading={asked.isPending}
      onClick={() =>
        asked.mutate(
          { filter, lang: i18n.language === "en" ? "en" : "zh-CN" },
          {
            onSuccess: onRegister,
            onError: () => message.error(t("orders.exportFailed")),
          },
        )
      }
    >
      {t("orders.export")}
    </Button>
  );
}
