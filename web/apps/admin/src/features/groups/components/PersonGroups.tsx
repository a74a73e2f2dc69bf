import { Link } from "@tanstack/react-router";
import { fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type PersonGroup, usePersonGroups } from "../api/groups.ts";
import { Scene } from "./MembersTab.tsx";
import { useGroupName, useOwnerName } from "./words.ts";
import "./groups.css";

/** The tab's name, with how many groups he is in. */
export function PersonGroupsName({ id }: { id: number }) {
  const { t } = useTranslation();
  const groups = usePersonGroups(id);
  const now = (groups.data?.items ?? []).filter((one) => one.left_at === null).length;
  return (
    <>
      {t("groups.person.tab")}
      {now > 0 && (
        <span
          className="tab-count num"
          role="img"
          aria-label={t("groups.person.count", { count: now })}
        >
          {now}
        </span>
      )}
    </>
  );
}

/** In which groups he is and was, how he came in and how he went. */
export function PersonGroups({ id, zone }: { id: number; zone: string }) {
  const { t } = useTranslation();
  const groups = usePersonGroups(id);
  const tell = useWhen(zone);
  if (groups.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (groups.isError) {
    return <Failed title={t("groups.person.failed")} onAgain={() => groups.refetch()} />;
  }
  const rows = groups.data.items;
  if (rows.length === 0) return <p className="empty">{t("groups.person.none")}</p>;
  return (
    <Table<PersonGroup>
      rowKey={(row) => `${row.id} ${row.joined_at}`}
      className="group-table"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 600 }}
      columns={[
        {
          key: "name",
          title: t("groups.columns.name"),
          width: 200,
          render: (_, row) => <GroupCell row={row} />,
        },
        {
          key: "scene",
          title: t("groups.members.scene"),
          width: 140,
          render: (_, row) => <Scene row={row} />,
        },
        {
          key: "joined",
          title: t("groups.members.joined"),
          width: 120,
          align: "right",
          className: "num",
          render: (_, row) => (
            <span title={fullMoment(row.joined_at, zone)}>{tell(row.joined_at)}</span>
          ),
        },
        {
          key: "left",
          title: t("groups.person.now"),
          width: 140,
          align: "right",
          className: "num",
          render: (_, row) => <Now row={row} zone={zone} />,
        },
      ]}
    />
  );
}

function GroupCell({ row }: { row: PersonGroup }) {
  const called = useGroupName();
  const named = useOwnerName();
  return (
    <>
      <Link
        to="/groups/$id"
        params={{ id: String(row.id) }}
        className="group-name cut"
        title={called(row.name)}
      >
        {called(row.name)}
      </Link>
      <span className="meta group-second">{named(row.owner)}</span>
    </>
  );
}

function Now({ row, zone }: { row: PersonGroup; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  if (row.left_at === null) return <State tone="ok" word={t("groups.members.here")} />;
  return (
    <span title={fullMoment(row.left_at, zone)}>
      {tell(row.left_at)}
      <span className="meta group-second">
        {row.left_how ? t(`groups.how.${row.left_how}`) : nothing}
      </span>
    </span>
  );
}
