import { count } from "@yutang/ui";
import { Alert, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Batch } from "../api/batches.ts";

type Fault = Batch["errors"][number];
type Sample = Batch["samples"][number];

/** What the file would make, and which rows become no code and why. */
export function Checked({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  const short = batch.room_left !== null && batch.rows > batch.room_left;
  return (
    <>
      <p className="num" aria-live="polite">
        {t("codebatches.found", {
          count: batch.rows,
          n: count(batch.rows),
          wrong: count(batch.wrong),
        })}
        {batch.room_left !== null && ` · ${t("codebatches.room", { n: count(batch.room_left) })}`}
      </p>
      {short && (
        <Alert
          type="error"
          showIcon
          title={t("codebatches.noRoom", { n: count(batch.rows - (batch.room_left ?? 0)) })}
        />
      )}
      {batch.ignored_columns.length > 0 && (
        <p className="meta">
          {t("codebatches.ignored", { names: batch.ignored_columns.join(t("common.comma")) })}
        </p>
      )}
      {batch.errors.length > 0 && (
        <Table<Fault>
          rowKey={(row) => `${row.row} ${row.fault} ${row.about}`}
          size="small"
          dataSource={batch.errors}
          pagination={batch.errors.length > 10 ? { pageSize: 10, size: "small" } : false}
          columns={[
            {
              title: t("codebatches.row"),
              dataIndex: "row",
              width: 70,
              align: "right",
              className: "num",
            },
            {
              title: t("codebatches.why"),
              render: (_, row) => t(`codebatches.faults.${row.fault}`, { about: row.about }),
            },
          ]}
        />
      )}
      {batch.samples.length > 0 && (
        <Table<Sample>
          rowKey="row"
          size="small"
          dataSource={batch.samples.slice(0, 5)}
          pagination={false}
          columns={[
            {
              title: t("codebatches.row"),
              dataIndex: "row",
              width: 70,
              align: "right",
              className: "num",
            },
            { title: t("channels.columns.name"), dataIndex: "name" },
            {
              title: t("channels.columns.staff"),
              render: (_, row) =>
                t(row.staff.length === 1 ? "channels.staffOne" : "channels.staffMany", {
                  first: row.staff[0] ?? "",
                  n: row.staff.length,
                }),
            },
          ]}
        />
      )}
    </>
  );
}
