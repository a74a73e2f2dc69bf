import { count, nothing } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { errorsHref, type Import, useRowErrors } from "../api/imports.ts";

/** The first rows that were refused, each with what to do; all of them as a file. */
export function Errors({ one, refused }: { one: Import; refused: number }) {
  const { t, i18n } = useTranslation();
  const errors = useRowErrors(one.id, i18n.language, refused);
  if (refused === 0) return null;
  const sheets = one.shape.sheets.filter((sheet) => sheet.used).length > 1;
  return (
    <section className="import-errors">
      <header>
        <h3>{t("imports.errors.title", { count: refused, shown: count(refused) })}</h3>
        <a href={errorsHref(one.id, i18n.language)} download>
          {t("imports.errors.download")}
        </a>
      </header>
      <Table
        rowKey={(row) => `${row.sheet}-${row.row}-${row.column}`}
        size="small"
        loading={errors.isPending}
        dataSource={errors.data?.items ?? []}
        pagination={false}
        scroll={{ x: 720, y: 320 }}
        locale={{ emptyText: nothing }}
        columns={[
          ...(sheets
            ? [{ title: t("imports.errors.sheet"), width: 110, dataIndex: "sheet" as const }]
            : []),
          {
            title: t("imports.errors.row"),
            width: 72,
            align: "right" as const,
            className: "num",
            dataIndex: "row",
          },
          {
            title: t("imports.errors.column"),
            width: 110,
            render: (_, row) => row.column || nothing,
          },
          {
            title: t("imports.errors.value"),
            width: 150,
            render: (_, row) =>
              row.value ? (
                <span className="cut" title={row.value}>
                  {row.value}
                </span>
              ) : (
                nothing
              ),
          },
          {
            title: t("imports.errors.what"),
            render: (_, row) => (
              <>
                <div>{row.what}</div>
                <div className="meta">{row.todo}</div>
              </>
            ),
          },
        ]}
      />
      {errors.data?.more && <p className="meta">{t("imports.errors.more")}</p>}
    </section>
  );
}
