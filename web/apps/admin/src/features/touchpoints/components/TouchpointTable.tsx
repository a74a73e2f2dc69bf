import { count, nothing } from "@yutang/ui";
import { Table, Tag } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { yuan } from "../../../shared/money.ts";
import type { Touchpoint } from "../api/touchpoints.ts";

interface Props {
  rows: readonly Touchpoint[];
  onPeek: (id: number) => void;
  onGift: (id: number) => void;
}

type Funnel = NonNullable<Touchpoint["funnel"]>;

export function TouchpointTable({ rows, onPeek, onGift }: Props) {
  const { t } = useTranslation();
  const figure = (key: string, read: (funnel: Funnel) => ReactNode, width = 90) => ({
    key,
    title: t(`touchpoints.columns.${key}`),
    align: "right" as const,
    className: "num",
    width,
    render: (_: unknown, row: Touchpoint) =>
      row.funnel ? (
        read(row.funnel)
      ) : (
        <span title={t(row.shared ? "touchpoints.sharedWhy" : "touchpoints.noCodeWhy")}>
          {nothing}
        </span>
      ),
  });
  return (
    <Table<Touchpoint>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 1180 }}
      columns={[
        {
          key: "name",
          title: t("touchpoints.columns.name"),
          width: 190,
          fixed: "left",
          render: (_, row) => (
            <>
              <button type="button" className="link touch-name" onClick={() => onPeek(row.id)}>
                {row.name}
              </button>
              <span className="meta touch-second cut" title={row.place}>
                {t(`touchpoints.kinds.${row.kind}`)}
                {(row.place || row.store) && ` · ${row.place || row.store?.name}`}
              </span>
            </>
          ),
        },
        {
          key: "hook",
          title: t("touchpoints.columns.hook"),
          width: 160,
          render: (_, row) => <HookCell row={row} onGift={onGift} />,
        },
        {
          key: "channel",
          title: t("touchpoints.columns.channel"),
          width: 140,
          render: (_, row) => (
            <>
              <span className="touch-second cut" title={row.channel?.name}>
                {row.channel?.name ?? nothing}
              </span>
              {row.shared && <span className="meta">{t("touchpoints.shared")}</span>}
            </>
          ),
        },
        {
          key: "owner",
          title: t("touchpoints.columns.owner"),
          width: 100,
          render: (_, row) => row.owner?.name ?? nothing,
        },
        {
          key: "gaps",
          title: t("touchpoints.columns.gaps"),
          width: 190,
          render: (_, row) =>
            row.gaps.length === 0
              ? nothing
              : row.gaps.map((gap) => (
                  <Tag key={gap} color="warning">
                    {t(`touchpoints.gaps.${gap}`)}
                  </Tag>
                )),
        },
        figure("adds", (funnel) => count(funnel.adds), 80),
        figure(
          "kept",
          (funnel) =>
            funnel.ripe_7 === 0 ? (
              <span title={t("touchpoints.notYet")}>{nothing}</span>
            ) : (
              t("touchpoints.of", { n: count(funnel.kept_7), all: count(funnel.ripe_7) })
            ),
          120,
        ),
        figure("gifts", (funnel) => count(funnel.gifts), 80),
        figure(
          "price",
          (funnel) =>
            funnel.cost_per_kept_7 === null ? (
              <span title={t("touchpoints.nobodyYet")}>{nothing}</span>
            ) : (
              t("touchpoints.yuan", { n: yuan(funnel.cost_per_kept_7) })
            ),
          120,
        ),
      ]}
    />
  );
}

function HookCell({ row, onGift }: { row: Touchpoint; onGift: (id: number) => void }) {
  const { gift } = row;
  if (gift) {
    return (
      <button type="button" className="link touch-second cut" onClick={() => onGift(gift.id)}>
        {gift.name}
      </button>
    );
  }
  return (
    <span className="touch-second cut" title={row.hook_text}>
      {row.hook_text || nothing}
    </span>
  );
}
