import { Link } from "@tanstack/react-router";
import { count, dateTime, nothing, State } from "@yutang/ui";
import { Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Renewal, useRenewals } from "../api/watch.ts";
import { renewalTones } from "./RenewalPanel.tsx";
import { useGroupName, useOwnerName } from "./words.ts";

/** All renewals, those that run first. */
export function RenewalsTab({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const called = useGroupName();
  const named = useOwnerName();
  const found = useRenewals();
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (found.isError) {
    return <Failed title={t("groupwatch.failed")} onAgain={() => found.refetch()} />;
  }
  if (found.data.items.length === 0) {
    return <p className="empty">{t("groupwatch.renewal.empty")}</p>;
  }
  return (
    <Table<Renewal>
      rowKey="id"
      className="group-table"
      dataSource={found.data.items}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 880 }}
      columns={[
        {
          key: "old",
          title: t("groupwatch.renewal.oldGroup"),
          fixed: "left",
          width: 200,
          render: (_, row) => (
            <Link to="/groups/$id" params={{ id: String(row.old.id) }} className="group-name cut">
              {called(row.old.name)}
            </Link>
          ),
        },
        {
          key: "owner",
          title: t("groups.columns.owner"),
          width: 112,
          render: (_, row) => named(row.old.owner),
        },
        {
          key: "state",
          title: t("groupwatch.renewal.state"),
          width: 128,
          render: (_, row) => (
            <State
              tone={renewalTones[row.state]}
              word={t(`groupwatch.renewal.states.${row.state}`)}
            />
          ),
        },
        {
          key: "new",
          title: t("groupwatch.renewal.newGroup"),
          width: 200,
          render: (_, row) =>
            row.new ? (
              <Link to="/groups/$id" params={{ id: String(row.new.id) }} className="cut">
                {called(row.new.name)}
              </Link>
            ) : (
              <span title={t("groupwatch.renewal.waits", { name: row.name })}>{nothing}</span>
            ),
        },
        {
          key: "arrived",
          title: t("groupwatch.renewal.arrived"),
          width: 120,
          align: "right",
          className: "num",
          render: (_, row) =>
            t("groupwatch.renewal.of", { n: count(row.arrived), of: count(row.persons) }),
        },
        {
          key: "goodbye",
          title: t("groupwatch.renewal.goodbye"),
          width: 140,
          align: "right",
          className: "num",
          render: (_, row) =>
            row.goodbye_due ? (
              dateTime(row.goodbye_due, zone)
            ) : (
              <span title={t("groupwatch.renewal.goodbyeWhy")}>{nothing}</span>
            ),
        },
      ]}
    />
  );
}
