import { count, State, shortMoment, type Tone } from "@yutang/ui";
import { Alert, Button, Skeleton, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { type Channel, useChannels } from "../api/channels.ts";

export const channelTones: Record<Channel["status"], Tone> = {
  creating: "info",
  active: "ok",
  failed: "bad",
  deleting: "warn",
  deleted: "off",
};

interface Props {
  zone: string;
  onNew: () => void;
  onOpen: (id: number) => void;
}

export function ChannelsPage({ zone, onNew, onOpen }: Props) {
  const { t } = useTranslation();
  const channels = useChannels();
  const rows = channels.data?.items ?? [];
  return (
    <>
      <header className="page-head">
        <h1>{t("channels.title")}</h1>
        <Button type="primary" onClick={onNew}>
          {t("channels.new")}
        </Button>
      </header>
      {channels.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {channels.isError && (
        <Alert
          type="error"
          showIcon
          title={t("channels.loadFailed")}
          action={<Button onClick={() => channels.refetch()}>{t("common.again")}</Button>}
        />
      )}
      {channels.isSuccess && rows.length === 0 && (
        <div className="empty">
          <p>{t("channels.empty")}</p>
          <Button onClick={onNew}>{t("channels.new")}</Button>
        </div>
      )}
      {rows.length > 0 && (
        <Table<Channel>
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            {
              title: t("channels.columns.name"),
              width: 200,
              render: (_, row) => (
                <button type="button" className="link" onClick={() => onOpen(row.id)}>
                  {row.name}
                </button>
              ),
            },
            {
              title: t("channels.columns.status"),
              width: 110,
              render: (_, row) => (
                <State tone={channelTones[row.status]} word={t(`channels.status.${row.status}`)} />
              ),
            },
            {
              title: t("channels.columns.staff"),
              width: 200,
              render: (_, row) =>
                t(row.staff.length === 1 ? "channels.staffOne" : "channels.staffMany", {
                  first: row.staff[0]?.name ?? "",
                  n: row.staff.length,
                }),
            },
            {
              title: t("channels.columns.tags"),
              width: 200,
              render: (_, row) => row.tags.map((tag) => <Tag key={tag.id}>{tag.name}</Tag>),
            },
            {
              title: t("channels.columns.today"),
              width: 90,
              align: "right",
              className: "num",
              render: (_, row) => count(row.adds_today),
            },
            {
              title: t("channels.columns.total"),
              width: 90,
              align: "right",
              className: "num",
              render: (_, row) => count(row.adds_total),
            },
            {
              title: t("channels.columns.created"),
              width: 120,
              align: "right",
              className: "num",
              render: (_, row) => shortMoment(row.created_at, zone),
            },
          ]}
        />
      )}
    </>
  );
}
