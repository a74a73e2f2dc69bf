import { fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { ChannelLink, Who } from "../../../shared/Links.tsx";
import type { Loss } from "../api/losses.ts";
import { daysBetween } from "./search.ts";

interface Props {
  rows: readonly Loss[];
  zone: string;
  dimmed: boolean;
}

/** One deletion a row: who, of whom, after how long, and how he stands now. */
export function LossTable({ rows, zone, dimmed }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <Table<Loss>
      rowKey="id"
      className={dimmed ? "loss-table dimmed" : "loss-table"}
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 900 }}
      columns={[
        {
          key: "customer",
          title: t("losses.columns.customer"),
          fixed: "left",
          width: 200,
          render: (_, row) => (
            <Who id={row.customer_id} name={row.customer_name || t("losses.nameless")} />
          ),
        },
        {
          key: "by",
          title: t("losses.columns.by"),
          width: 160,
          render: (_, row) => (
            <State tone={row.by === "customer" ? "warn" : "off"} word={t(`losses.by.${row.by}`)} />
          ),
        },
        {
          key: "staff",
          title: t("losses.columns.staff"),
          width: 140,
          render: (_, row) => (
            <>
              <span className="cut" title={row.staff.name}>
                {row.staff.name}
              </span>
              {row.staff_left && <span className="meta"> {t("losses.staffLeft")}</span>}
            </>
          ),
        },
        {
          key: "channel",
          title: t("losses.columns.channel"),
          width: 140,
          render: (_, row) => <ChannelLink channel={row.channel} />,
        },
        {
          key: "kept",
          title: t("losses.columns.kept"),
          width: 120,
          align: "right",
          className: "num loss-kept",
          render: (_, row) =>
            row.began_at ? (
              <Kept days={daysBetween(row.began_at, row.at)} />
            ) : (
              <span title={t("losses.keptUnknown")}>{nothing}</span>
            ),
        },
        {
          key: "now",
          title: t("losses.columns.now"),
          width: 170,
          render: (_, row) => <Now row={row} zone={zone} />,
        },
        {
          key: "at",
          title: t("losses.columns.at"),
          width: 130,
          align: "right",
          className: "num",
          render: (_, row) => <span title={fullMoment(row.at, zone)}>{tell(row.at)}</span>,
        },
      ]}
    />
  );
}

function Kept({ days }: { days: number }) {
  const { t } = useTranslation();
  return <>{days === 0 ? t("losses.underADay") : t("losses.days", { count: days })}</>;
}

function Now({ row, zone }: { row: Loss; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const back = row.returned_at ?? row.person_returned_at;
  if (back) {
    return (
      <span title={fullMoment(back, zone)}>
        <State tone="ok" word={t(row.returned_at ? "losses.now.back" : "losses.now.backOther")} />
        <span className="meta loss-second">{tell(back)}</span>
      </span>
    );
  }
  return row.person ? (
    <State tone="bad" word={t("losses.now.lost")} />
  ) : (
    <State tone="off" word={t("losses.now.others")} />
  );
}
