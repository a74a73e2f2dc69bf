import { Link } from "@tanstack/react-router";
import { fullMoment, nothing, useWhen } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Who } from "../../../../shared/Links.tsx";
import { useMembers } from "../../api/segments.ts";
import type { Detail, Member } from "../../api/types.ts";
import { NoCount } from "../Away.tsx";
import { typeOf } from "../trouble.ts";

/** Who is in it, of those one may see; the list of customers has the filters and acts. */
export function MembersTab({ segment, zone }: { segment: Detail; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const members = useMembers(segment.id, true);
  if (members.isPending) return <Skeleton active paragraph={{ rows: 6 }} title={false} />;
  if (members.isError) {
    if (typeOf(members.error) === "segments.not_ready") {
      return <p className="meta">{t("segments.neverCounted")}</p>;
    }
    return <NoCount error={members.error} onAgain={() => members.refetch()} />;
  }
  const rows = members.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <p className="meta">{t("segments.panel.nobody")}</p>;
  const asOf = members.data.pages[0]?.as_of;
  return (
    <>
      <p className="seg-line meta num">
        {asOf && (
          <span title={fullMoment(asOf, zone)}>{t("segments.asOf", { time: tell(asOf) })}</span>
        )}
        <Link to="/customers" search={{ view: 0, segment: segment.id }}>
          {t("segments.inCustomers")}
        </Link>
      </p>
      <Table<Member>
        rowKey="id"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 520 }}
        columns={[
          {
            key: "name",
            title: t("losses.columns.customer"),
            render: (_, row) => (
              <Who id={row.id} name={row.name || t("customers.nameless")}>
                {row.remark && <span className="meta seg-second">{row.remark}</span>}
              </Who>
            ),
          },
          {
            key: "state",
            title: t("customers.filters.state"),
            width: 120,
            render: (_, row) => t(`customers.states.${row.state}`),
          },
          {
            key: "active",
            title: t("segments.columns.active"),
            width: 150,
            align: "right",
            className: "num",
            render: (_, row) =>
              row.last_active_at ? (
                <span title={fullMoment(row.last_active_at, zone)}>{tell(row.last_active_at)}</span>
              ) : (
                <span title={t("segments.neverActive")}>{nothing}</span>
              ),
          },
        ]}
      />
      {members.hasNextPage && (
        <nav className="pages">
          <Button onClick={() => members.fetchNextPage()} loading={members.isFetchingNextPage}>
            {t("common.more")}
          </Button>
        </nav>
      )}
    </>
  );
}
