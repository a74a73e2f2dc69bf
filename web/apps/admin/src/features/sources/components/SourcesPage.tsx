import { count, fullMoment, State, shortMoment } from "@yutang/ui";
import { Alert, Button, Skeleton, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Made, type Source, useSources } from "../api/sources.ts";
import { MadeKey } from "./MadeKey.tsx";
import { NewSourceDrawer } from "./NewSourceDrawer.tsx";
import { SourceDrawer } from "./SourceDrawer.tsx";
import "./words.ts";
import "./sources.css";

interface Props {
  zone: string;
  mayWrite: boolean;
  peek: number | "new" | undefined;
  onPeek: (peek: number | "new" | undefined) => void;
  onStream: (source: number) => void;
}

/** Who sends, and how it goes: health first, the rest one click away. */
export function SourcesPage({ zone, mayWrite, peek, onPeek, onStream }: Props) {
  const { t } = useTranslation();
  const found = useSources();
  const [made, setMade] = useState<Made>();
  const rows = found.data?.items ?? [];
  const standing = found.data?.standing;
  const shown = typeof peek === "number" ? rows.find((one) => one.id === peek) : undefined;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("sources.title")}</h1>
          <p className="meta">{t("sources.about")}</p>
        </div>
        {mayWrite ? (
          <Button type="primary" onClick={() => onPeek("new")}>
            {t("sources.new")}
          </Button>
        ) : (
          <p className="meta">{t("sources.locked")}</p>
        )}
      </header>
      {standing && standing.spooled_files > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("sources.spooled", { bytes: count(standing.spooled_bytes) })}
        />
      )}
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && <Failed title={t("sources.loadFailed")} onAgain={() => found.refetch()} />}
      {found.isSuccess && rows.length === 0 && (
        <div className="empty">
          <p>{t("sources.empty")}</p>
          {mayWrite && <Button onClick={() => onPeek("new")}>{t("sources.new")}</Button>}
        </div>
      )}
      {rows.length > 0 && (
        <Table<Source>
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            {
              key: "name",
              title: t("sources.columns.name"),
              render: (_, row) => (
                <button type="button" className="link strong" onClick={() => onPeek(row.id)}>
                  {row.name}
                </button>
              ),
            },
            {
              key: "kind",
              title: t("sources.columns.kind"),
              width: 110,
              render: (_, row) => t(`sources.kinds.${row.kind}`),
            },
            {
              key: "state",
              title: t("sources.columns.state"),
              width: 130,
              render: (_, row) => <Health row={row} />,
            },
            {
              key: "taken",
              title: t("sources.columns.taken"),
              width: 120,
              align: "right",
              className: "num",
              render: (_, row) => count(row.taken_today),
            },
            {
              key: "refused",
              title: t("sources.columns.refused"),
              width: 110,
              align: "right",
              className: "num",
              render: (_, row) => count(row.refused_today),
            },
            {
              key: "lag",
              title: t("sources.columns.waiting"),
              width: 140,
              align: "right",
              className: "num",
              render: (_, row) =>
                row.waiting_events === 0
                  ? count(0)
                  : t("sources.lag", {
                      n: count(row.waiting_events),
                      seconds: Math.round(row.lag_seconds),
                    }),
            },
            {
              key: "seen",
              title: t("sources.columns.seen"),
              width: 130,
              align: "right",
              className: "num",
              render: (_, row) =>
                row.seen_at ? (
                  <time dateTime={row.seen_at} title={fullMoment(row.seen_at, zone)}>
                    {shortMoment(row.seen_at, zone)}
                  </time>
                ) : (
                  <span className="meta">{t("sources.never")}</span>
                ),
            },
          ]}
        />
      )}
      {peek === "new" && mayWrite && (
        <NewSourceDrawer
          onClose={() => onPeek(undefined)}
          onMade={(one) => {
            setMade(one);
            onPeek(one.source.id);
          }}
        />
      )}
      {shown && !made && (
        <SourceDrawer
          key={shown.id}
          row={shown}
          zone={zone}
          mayWrite={mayWrite}
          onMade={setMade}
          onStream={() => onStream(shown.id)}
          onClose={() => onPeek(undefined)}
        />
      )}
      {made && <MadeKey made={made} onClose={() => setMade(undefined)} />}
    </>
  );
}

const LATE_SECONDS = 60;

function Health({ row }: { row: Source }) {
  const { t } = useTranslation();
  if (!row.enabled) return <State tone="off" word={t("sources.states.paused")} />;
  if (row.dead_batches > 0) return <State tone="bad" word={t("sources.states.dead")} />;
  if (row.lag_seconds > LATE_SECONDS) return <State tone="warn" word={t("sources.states.late")} />;
  if (row.seen_at === null) return <State tone="info" word={t("sources.states.new")} />;
  return <State tone="ok" word={t("sources.states.ok")} />;
}
