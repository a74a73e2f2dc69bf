import { count, fullMoment, nothing, shortMoment } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../api/connection.ts";

/** What came to the callback address and was turned away. */
export function Refusals({ refusals, zone }: { refusals: readonly Refusal[]; zone: string }) {
  const { t } = useTranslation();
  return (
    <section className="connection-part">
      <h2>{t("connection.refusals.title")}</h2>
      {refusals.length === 0 ? (
        <p className="connection-none">{t("connection.refusals.none")}</p>
      ) : (
        <Table<Refusal>
          rowKey={(row) => `${row.agent_id} ${row.reason} ${row.path}`}
          dataSource={[...refusals]}
          pagination={false}
          scroll={{ x: 720 }}
          columns={[
            {
              title: t("connection.refusals.why"),
              render: (_, row) => (
                <>
                  <div>{t(`connection.refusals.reasons.${row.reason}`)}</div>
                  <div className="meta connection-path">{row.path}</div>
                </>
              ),
            },
            {
              title: t("connection.refusals.app"),
              width: 100,
              className: "num",
              render: (_, row) => row.agent_id ?? nothing,
            },
            {
              title: t("connection.refusals.count"),
              width: 90,
              align: "right",
              className: "num",
              render: (_, row) => count(row.count),
            },
            ...(["first_at", "last_at"] as const).map((name) => ({
              title: t(`connection.refusals.${name}`),
              width: 120,
              align: "right" as const,
              className: "num",
              render: (_: unknown, row: Refusal) => (
                <span title={fullMoment(row[name], zone)}>{shortMoment(row[name], zone)}</span>
              ),
            })),
          ]}
        />
      )}
    </section>
  );
}
