import { count, nothing, shortMoment } from "@yutang/ui";
import { Skeleton, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { type Claim, useClaims } from "../api/gifts.ts";

interface Props {
  id: number;
  zone: string;
  after: string | undefined;
  onPage: (after: string | undefined) => void;
  onPrevious: () => void;
  onCustomer: (id: number) => void;
}

export function ClaimTable({ id, zone, after, onPage, onPrevious, onCustomer }: Props) {
  const { t } = useTranslation();
  const claims = useClaims(id, after);
  if (claims.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (claims.isError) {
    return <Failed title={t("gifts.claims.loadFailed")} onAgain={() => claims.refetch()} />;
  }
  if (claims.data.items.length === 0) {
    return (
      <div className="empty">
        <p>{t("gifts.claims.empty")}</p>
      </div>
    );
  }
  return (
    <>
      <Table<Claim>
        rowKey="number"
        dataSource={claims.data.items}
        pagination={false}
        scroll={{ x: 720 }}
        columns={[
          {
            key: "number",
            title: t("gifts.claims.number"),
            width: 90,
            align: "right",
            className: "num",
            render: (_, row) => count(row.number),
          },
          {
            key: "who",
            title: t("gifts.claims.who"),
            render: (_, row) => (
              <button type="button" className="link" onClick={() => onCustomer(row.customer_id)}>
                {row.customer_name || nothing}
              </button>
            ),
          },
          {
            key: "state",
            title: t("gifts.claims.state"),
            width: 170,
            render: (_, row) => (
              <>
                {t(row.customer_state === "lost" ? "gifts.gone" : "gifts.stays")}
                {row.taker && <Tag className="gifts-tag">{t("gifts.tabs.takers")}</Tag>}
              </>
            ),
          },
          {
            key: "channel",
            title: t("gifts.claims.channel"),
            render: (_, row) => row.channel?.name ?? nothing,
          },
          {
            key: "at",
            title: t("gifts.claims.at"),
            width: 130,
            align: "right",
            className: "num",
            render: (_, row) => shortMoment(row.claimed_at, zone),
          },
        ]}
      />
      <Pages
        sparse
        label={t("gifts.claims.title")}
        previous={after}
        next={claims.data.next}
        onPrevious={onPrevious}
        onNext={onPage}
      />
    </>
  );
}
