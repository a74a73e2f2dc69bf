import { shortMoment } from "@yutang/ui";
import { Button, Skeleton, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useJoins } from "../api/groupCodes.ts";

interface Props {
  id: number;
  zone: string;
  path: string;
  onCustomer: (id: number) => void;
}

/** Who came, newest first. */
export function JoinsTab({ id, zone, path, onCustomer }: Props) {
  const { t, i18n } = useTranslation();
  const joins = useJoins(id, true);
  const rows = joins.data?.pages.flatMap((page) => page.items) ?? [];
  if (joins.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (joins.isError)
    return <Failed title={t("groupcodes.joins.loadFailed")} onAgain={() => joins.refetch()} />;
  if (rows.length === 0)
    return (
      <div className="empty">
        <p>{t("groupcodes.joins.empty")}</p>
      </div>
    );
  return (
    <section aria-label={t("groupcodes.tabs.joins")}>
      <div className="filters">
        <Button href={`${path}/joins.csv?language=${i18n.language}`} download>
          {t("groupcodes.joins.export")}
        </Button>
        <span className="meta">{t("groupcodes.joins.about")}</span>
      </div>
      <Table
        rowKey={(row) => `${row.group.id}.${row.customer_id}`}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 700 }}
        columns={[
          {
            title: t("groupcodes.joins.customer"),
            width: 200,
            fixed: "left",
            render: (_, row) => (
              <>
                <button type="button" className="link" onClick={() => onCustomer(row.customer_id)}>
                  {row.name || t("groupcodes.joins.nameless", { id: row.customer_id })}
                </button>{" "}
                {!row.is_friend && <Tag>{t("groupcodes.joins.stranger")}</Tag>}
              </>
            ),
          },
          {
            title: t("groupcodes.columns.group"),
            width: 200,
            render: (_, row) => (row.group.name === null ? t("groupcodes.hidden") : row.group.name),
          },
          {
            title: t("groupcodes.joins.joined"),
            width: 130,
            align: "right",
            className: "num",
            render: (_, row) => shortMoment(row.joined_at, zone),
          },
          {
            title: t("groupcodes.joins.left"),
            width: 130,
            align: "right",
            className: "num",
            render: (_, row) =>
              row.left_at ? shortMoment(row.left_at, zone) : t("groupcodes.joins.here"),
          },
        ]}
      />
      {joins.hasNextPage && (
        <div className="more">
          <Button loading={joins.isFetchingNextPage} onClick={() => joins.fetchNextPage()}>
            {t("groupcodes.more")}
          </Button>
        </div>
      )}
    </section>
  );
}
