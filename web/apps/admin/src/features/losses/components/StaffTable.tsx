import { count, nothing } from "@yutang/ui";
import { Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Filter, type StaffLosses, useStaffLosses } from "../api/losses.ts";
import { More } from "./More.tsx";

interface Props {
  filter: Filter;
  onStaff: (id: number) => void;
}

const HUNDRED = 100;

/** Members whom customers deleted most, beside what they added in the same days. */
export function StaffTable({ filter, onStaff }: Props) {
  const { t } = useTranslation();
  const found = useStaffLosses(filter);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (found.isError) {
    return <Failed title={t("losses.staff.failed")} onAgain={() => found.refetch()} />;
  }
  const rows = found.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <p className="empty">{t("losses.staff.none")}</p>;
  return (
    <>
      <p className="meta">{t("losses.staff.about")}</p>
      <Table<StaffLosses>
        rowKey={(row) => row.staff.id}
        dataSource={rows}
        pagination={false}
        sticky={{ offsetHeader: 56 }}
        columns={[
          {
            key: "staff",
            title: t("losses.columns.staff"),
            render: (_, row) => (
              <button type="button" className="link" onClick={() => onStaff(row.staff.id)}>
                {row.staff.name}
              </button>
            ),
          },
          number("by_customer", t("losses.by.customer"), (row) => count(row.by_customer)),
          number("by_staff", t("losses.by.staff"), (row) => count(row.by_staff)),
          number("persons", t("losses.tiles.persons"), (row) => count(row.persons)),
          number("adds", t("losses.staff.adds"), (row) => count(row.adds)),
          number("per_add", t("losses.staff.perAdd"), (row) =>
            row.per_add === null ? (
              <span title={t("losses.staff.noAdds")}>{nothing}</span>
            ) : (
              (row.per_add * HUNDRED).toFixed(1)
            ),
          ),
        ]}
      />
      <More found={found} />
    </>
  );
}

function number(key: string, title: string, render: (row: StaffLosses) => React.ReactNode) {
  return {
    key,
    title,
    align: "right" as const,
    className: "num",
    render: (_: unknown, row: StaffLosses) => render(row),
  };
}
