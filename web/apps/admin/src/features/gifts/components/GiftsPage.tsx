import { clock, count, nothing, State } from "@yutang/ui";
import { Button, Skeleton, Table, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { yuan } from "../../../shared/money.ts";
import { type Gift, type Reason, TABS, type Tab, useGifts } from "../api/gifts.ts";
import { GiftDrawer } from "./GiftDrawer.tsx";
import { OutsidersPanel } from "./OutsidersPanel.tsx";
import { TakersPanel } from "./TakersPanel.tsx";
import { phaseTones } from "./words.ts";
import "./gifts.css";

interface Props {
  zone: string;
  tab: Tab;
  reason: Reason | undefined;
  after: string | undefined;
  mayWrite: boolean;
  onTab: (tab: Tab, reason?: Reason | undefined, after?: string | undefined) => void;
  onOpen: (id: number) => void;
  onCustomer: (id: number) => void;
}

export function GiftsPage(props: Props) {
  const { t } = useTranslation();
  const gifts = useGifts();
  const [making, setMaking] = useState(false);
  const rows = gifts.data?.items ?? [];
  const add = props.mayWrite && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t("gifts.new")}
    </Button>
  );
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("gifts.title")}</h1>
          <p className="meta num" aria-live="polite">
            {gifts.data &&
              `${t("gifts.total", {
                count: rows.length,
                n: count(rows.length),
                running: count(rows.filter((one) => one.phase === "running").length),
              })} · ${t("common.asOf", { time: clock(gifts.data.as_of, props.zone) })}`}
          </p>
        </div>
        {add || <p className="meta">{t("gifts.locked")}</p>}
      </header>
      <Tabs
        activeKey={props.tab}
        onChange={(key) => props.onTab(TABS.find((one) => one === key) ?? "gifts")}
        items={TABS.map((key) => ({ key, label: t(`gifts.tabs.${key}`) }))}
      />
      {props.tab === "gifts" && (
        <>
          {gifts.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
          {gifts.isError && (
            <Failed title={t("gifts.loadFailed")} onAgain={() => gifts.refetch()} />
          )}
          {gifts.data && rows.length === 0 && (
            <div className="empty">
              <p>{t("gifts.empty")}</p>
              {props.mayWrite && <Button onClick={() => setMaking(true)}>{t("gifts.new")}</Button>}
            </div>
          )}
          {rows.length > 0 && <GiftTable rows={rows} onOpen={props.onOpen} />}
        </>
      )}
      {props.tab === "takers" && (
        <TakersPanel
          zone={props.zone}
          reason={props.reason}
          after={props.after}
          mayWrite={props.mayWrite}
          onFilter={(reason, after) => props.onTab("takers", reason, after)}
          onCustomer={props.onCustomer}
        />
      )}
      {props.tab === "outsiders" && (
        <OutsidersPanel zone={props.zone} mayWrite={props.mayWrite} onCustomer={props.onCustomer} />
      )}
      {making && (
        <GiftDrawer
          gift={null}
          onSaved={(gift) => props.onOpen(gift.id)}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}

function GiftTable({ rows, onOpen }: { rows: readonly Gift[]; onOpen: (id: number) => void }) {
  const { t } = useTranslation();
  const number = (
    key: "stock" | "given" | "left" | "lost",
    read: (row: Gift) => number = (row) => row[key],
  ) => ({
    key,
    title: t(`gifts.columns.${key}`),
    align: "right" as const,
    className: "num",
    width: 90,
    render: (_: unknown, row: Gift) => count(read(row)),
  });
  return (
    <Table<Gift>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 980 }}
      columns={[
        {
          key: "name",
          title: t("gifts.columns.name"),
          width: 200,
          fixed: "left",
          render: (_, row) => (
            <button type="button" className="link gifts-name" onClick={() => onOpen(row.id)}>
              {row.name}
            </button>
          ),
        },
        {
          key: "phase",
          title: t("gifts.columns.phase"),
          width: 110,
          render: (_, row) => (
            <State tone={phaseTones[row.phase]} word={t(`gifts.phases.${row.phase}`)} />
          ),
        },
        number("stock"),
        number("given"),
        number("left"),
        number("lost"),
        {
          key: "kept",
          title: t("gifts.columns.kept7"),
          align: "right",
          className: "num",
          width: 130,
          render: (_, row) =>
            row.ripe_7 === 0 ? (
              <span title={t("gifts.notYet", { days: 7 })}>{nothing}</span>
            ) : (
              t("gifts.of", { n: count(row.kept_7), all: count(row.ripe_7) })
            ),
        },
        {
          key: "price",
          title: t("gifts.columns.price7"),
          align: "right",
          className: "num",
          width: 150,
          render: (_, row) =>
            row.cost_per_kept_7 === null ? (
              <span title={t("gifts.nobodyYet")}>{nothing}</span>
            ) : (
              t("gifts.yuan", { n: yuan(row.cost_per_kept_7) })
            ),
        },
      ]}
    />
  );
}
