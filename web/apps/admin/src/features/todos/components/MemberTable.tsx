import { count } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Filter, type Member, useMembers } from "../api/todos.ts";

interface Props {
  filter: Filter;
  onStaff: (id: number) => void;
}

/** Who has how much to do, and who is late; whoever is late with most stands first. */
export function MemberTable({ filter, onStaff }: Props) {
  const { t } = useTranslation();
  const found = useMembers(filter);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (found.isError) {
    return <Failed title={t("todos.members.failed")} onAgain={() => found.refetch()} />;
  }
  const rows = found.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <p className="empty">{t("todos.members.none")}</p>;
  return (
    <>
      <Table<Member>
        rowKey={(row) => row.staff.id}
        className="todo-members"
        dataSource={rows}
        pagination={false}
        sticky={{ offsetHeader: 56 }}
        columns={[
          {
            key: "staff",
            title: t("todos.columns.staff"),
            render: (_, row) => (
              <>
                <button type="button" className="link" onClick={() => onStaff(row.staff.id)}>
                  {row.staff.name}
                </button>
                {row.left && <span className="meta"> {t("todos.staffLeft")}</span>}
              </>
            ),
          },
          {
            key: "overdue",
            title: t("todos.tiles.overdue"),
            align: "right",
            className: "num",
            render: (_, row) => (
              <span className={row.overdue ? "late" : undefined}>{count(row.overdue)}</span>
            ),
          },
          {
            key: "open",
            title: t("todos.tiles.open"),
            align: "right",
            className: "num",
            render: (_, row) => count(row.open),
          },
          {
            key: "done",
            title: t("todos.tiles.done"),
            align: "right",
            className: "num",
            render: (_, row) => count(row.done),
          },
        ]}
      />
      {found.hasNextPage && (
        <nav className="pages">
          <Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
            {t("common.more")}
          </Button>
        </nav>
      )}
    </>
  );
}
