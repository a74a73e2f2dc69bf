import { fullMoment, nothing, shortMoment } from "@yutang/ui";
import { App, Button, Segmented, Skeleton, Table } from "antd";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { type Callback, STATUSES, type Status, useCallbacks, useReplay } from "../api/callbacks.ts";
import { RawXml } from "./RawXml.tsx";

interface Props {
  zone: string;
  status: Status;
  after: number | undefined;
  /** Whether the person may see what is hidden. */
  mayOpen: boolean;
  onStatus: (status: Status) => void;
  onPage: (after: number | undefined) => void;
  onBack: () => void;
}

export function CallbacksPage(props: Props) {
  const { zone, status, after, mayOpen, onStatus } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const callbacks = useCallbacks(status, after);
  const replay = useReplay();
  const [selected, setSelected] = useState<number[]>([]);
  const rows = callbacks.data?.items ?? [];
  const replayable = status === "dead" || status === "kept";
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("callbacks.title")}</h1>
          <p className="meta">
            {t("callbacks.about")}
            {callbacks.data && (
              <>
                <br />
                {t("callbacks.retention", { days: callbacks.data.kept_days })}
              </>
            )}
          </p>
        </div>
        {replayable && (
          <Button
            disabled={selected.length === 0}
            title={selected.length === 0 ? t("callbacks.selectFirst") : ""}
            loading={replay.isPending}
            onClick={() =>
              replay.mutate(selected, {
                onSuccess: ({ replayed }) => {
                  setSelected([]);
                  message.success(t("callbacks.replayed", { count: replayed }));
                },
              })
            }
          >
            {t("callbacks.replay", { count: selected.length })}
          </Button>
        )}
      </header>
      <div className="filters">
        <Segmented
          aria-label={t("callbacks.filter")}
          value={status}
          options={STATUSES.map((value) => ({ value, label: t(`callbacks.statuses.${value}`) }))}
          onChange={(value) => {
            setSelected([]);
            onStatus(value as Status);
          }}
        />
      </div>
      {callbacks.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {(callbacks.isError || replay.isError) && (
        <Failed title={t("callbacks.loadFailed")} onAgain={() => callbacks.refetch()} />
      )}
      {callbacks.isSuccess && rows.length === 0 && (
        <div className="empty">
          <p>{t(`callbacks.empty.${status}`)}</p>
        </div>
      )}
      {rows.length > 0 && (
        <Table<Callback>
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 860 }}
          {...(replayable
            ? {
                rowSelection: {
                  selectedRowKeys: selected,
                  onChange: (keys) => setSelected(keys.map(Number)),
                  getTitleCheckboxProps: () => ({ "aria-label": t("callbacks.selectAll") }),
                  getCheckboxProps: (row: Callback) => ({
                    "aria-label": t("callbacks.selectOne", { id: row.id }),
                  }),
                },
              }
            : {})}
          expandable={{
            expandedRowRender: (row) => <RawXml row={row} mayOpen={mayOpen} />,
            columnTitle: <span className="visually-hidden">{t("callbacks.columns.raw")}</span>,
          }}
          columns={[
            {
              title: t("callbacks.columns.event"),
              width: 360,
              render: (_, row) => (
                <>
                  <div>{title(t, row)}</div>
                  <div className="meta">
                    {[row.event, row.change_type].filter(Boolean).join(" / ")}
                  </div>
                </>
              ),
            },
            { title: t("callbacks.columns.reason"), render: (_, row) => row.reason ?? nothing },
            {
              title: t("callbacks.columns.attempts"),
              width: 80,
              align: "right",
              className: "num",
              dataIndex: "attempts",
            },
            {
              title: t("callbacks.columns.received"),
              width: 130,
              align: "right",
              className: "num",
              render: (_, row) => (
                <span title={fullMoment(row.received_at, zone)}>
                  {shortMoment(row.received_at, zone)}
                </span>
              ),
            },
          ]}
        />
      )}
      <Pages
        sparse
        label={t("callbacks.title")}
        previous={after}
        next={callbacks.data?.next}
        onPrevious={props.onBack}
        onNext={(place) => props.onPage(Number(place))}
      />
    </>
  );
}

/** What it tells, in words; what we have no words for by WeCom's name. */
function title(t: TFunction, row: Callback): string {
  const kind = t([`callbacks.kinds.${row.event}`, ""]);
  const change = t([`callbacks.changes.${row.change_type}`, ""]) || row.change_type;
  return [kind, change].filter(Boolean).join(" · ") || row.event || nothing;
}
