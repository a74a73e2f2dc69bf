import { count, State } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { SureButton } from "../../../shared/SureButton.tsx";
import { type Target, useDeleteTarget } from "../api/targets.ts";

const PERCENT = 100;

/** The furthest first: a bar to the goal, and where time alone would be. */
export function Ranking({ items, mayWrite }: { items: readonly Target[]; mayWrite: boolean }) {
  const { t } = useTranslation();
  const remove = useDeleteTarget();
  return (
    <Table<Target>
      rowKey="id"
      dataSource={[...items]}
      pagination={items.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      scroll={{ x: 820 }}
      columns={[
        {
          key: "rank",
          title: t("targets.columns.rank"),
          className: "num",
          width: 72,
          render: (_, one) => one.rank,
        },
        {
          key: "who",
          title: t("targets.columns.who"),
          render: (_, one) => (
            <>
              <b>{one.holder.name}</b>
              {one.mine && <span className="meta"> {t("targets.mine")}</span>}
            </>
          ),
        },
        {
          key: "progress",
          title: t("targets.columns.progress"),
          width: 280,
          render: (_, one) => <Progress one={one} />,
        },
        {
          key: "left",
          title: t("targets.columns.left"),
          align: "right",
          className: "num",
          render: (_, one) =>
            one.left === 0 ? <State tone="ok" word={t("targets.reached")} /> : count(one.left),
        },
        {
          key: "lost",
          title: t("targets.columns.lost"),
          align: "right",
          className: "num",
          render: (_, one) => count(one.lost),
        },
        {
          key: "pending",
          title: t("targets.columns.pending"),
          align: "right",
          className: "num",
          render: (_, one) => count(one.pending),
        },
        {
          key: "span",
          title: t("targets.columns.span"),
          render: (_, one) => (
            <>
              <span className="num">
                {one.first.slice(5)} ~ {one.last.slice(5)}
              </span>
              <span className="meta targets-second">{t(`targets.kept.${one.kept_days}`)}</span>
            </>
          ),
        },
        ...(mayWrite
          ? [
              {
                key: "act",
                title: "",
                render: (_: unknown, one: Target) => (
                  <SureButton
                    ask={t("targets.removeAsk", { name: one.holder.name })}
                    what={t("targets.removeWhat")}
                    act={t("targets.remove")}
                    loading={remove.isPending && remove.variables === one.id}
                    onSure={() => remove.mutate(one.id)}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Progress({ one }: { one: Target }) {
  const { t } = useTranslation();
  const share = Math.min(PERCENT, Math.round((one.kept / one.aim) * PERCENT));
  const pace = Math.min(PERCENT, Math.round(one.pace * PERCENT));
  const behind = share < pace;
  return (
    <span className="targets-progress">
      <span className="num">
        <b>{count(one.kept)}</b> / {count(one.aim)}
        <span className="meta">
          {" "}
          {behind ? t("targets.onPace", { share: `${pace}%` }) : `${share}%`}
        </span>
      </span>
      <span
        className="targets-bar"
        role="progressbar"
        aria-label={one.holder.name}
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={PERCENT}
      >
        <span style={{ width: `${share}%` }} />
        <i style={{ left: `${pace}%` }} />
      </span>
    </span>
  );
}
