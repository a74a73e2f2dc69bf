import { fullMoment, nothing, State, shortMoment } from "@yutang/ui";
import { Button, Segmented, Skeleton, Table } from "antd";
import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { FilterSelect } from "../../../shared/FilterSelect.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { type Row, type StreamFilter, useSources, useStream } from "../api/sources.ts";
import { StreamMessage } from "./StreamMessage.tsx";
import { useReason } from "./words.ts";
import "./sources.css";

interface Props {
  zone: string;
  mayOpen: boolean;
  filter: StreamFilter;
  onFilter: (filter: StreamFilter) => void;
  onSources: () => void;
}

type Which = "all" | "taken" | "refused";
const WHICH: readonly Which[] = ["all", "taken", "refused"];
const REFUSED = { all: undefined, taken: false, refused: true } as const;

/** What arrives, newest first, and why what was refused was. */
export function StreamPage({ zone, mayOpen, filter, onFilter, onSources }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const [live, setLive] = useState(true);
  const found = useStream(filter, live);
  const sources = useSources();
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const names = sources.data?.items ?? [];
  const narrowed = Boolean(filter.source || filter.kind || filter.refused !== undefined);
  const which = WHICH.find((one) => REFUSED[one] === filter.refused) ?? "all";
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("sources.stream.title")}</h1>
          <p className="meta">{t("sources.stream.about")}</p>
        </div>
        <Button
          icon={
            live ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />
          }
          aria-pressed={!live}
          onClick={() => setLive(!live)}
        >
          {t(live ? "sources.stream.pause" : "sources.stream.resume")}
        </Button>
      </header>
      <div className="filters">
        <SearchBox
          label={t("sources.stream.kind")}
          maxLength={100}
          text={filter.kind ?? ""}
          onSearch={(kind) => onFilter({ ...filter, kind: kind.trim() || undefined })}
        />
        <FilterSelect
          label={t("sources.columns.source")}
          value={filter.source}
          onChange={(source) => onFilter({ ...filter, source })}
          options={names.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Segmented<Which>
          aria-label={t("sources.stream.which")}
          value={which}
          onChange={(next) => onFilter({ ...filter, refused: REFUSED[next] })}
          options={WHICH.map((value) => ({ value, label: t(`sources.stream.${value}`) }))}
        />
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.isError && (
        <Failed title={t("sources.stream.loadFailed")} onAgain={() => found.refetch()} />
      )}
      {found.isSuccess && rows.length === 0 && (
        <div className="empty">
          <p>{t(narrowed ? "sources.stream.noneMatch" : "sources.stream.empty")}</p>
          <Button onClick={() => (narrowed ? onFilter({}) : onSources())}>
            {t(narrowed ? "common.clearFilters" : "sources.title")}
          </Button>
        </div>
      )}
      {rows.length > 0 && (
        <Table<Row>
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 860 }}
          expandable={{
            rowExpandable: (row) => row.message !== "",
            expandedRowRender: (row) => <StreamMessage row={row} zone={zone} mayOpen={mayOpen} />,
            columnTitle: <span className="visually-hidden">{t("sources.stream.details")}</span>,
          }}
          columns={[
            {
              key: "at",
              title: t("sources.columns.received"),
              width: 130,
              className: "num",
              render: (_, row) => (
                <time dateTime={row.received_at} title={fullMoment(row.received_at, zone)}>
                  {shortMoment(row.received_at, zone)}
                </time>
              ),
            },
            {
              key: "source",
              title: t("sources.columns.source"),
              width: 160,
              render: (_, row) => row.source,
            },
            {
              key: "event",
              title: t("sources.columns.event"),
              width: 200,
              render: (_, row) => (
                <>
                  {row.kind || nothing}
                  {row.events > 1 && (
                    <span className="meta num"> {t("sources.stream.more", { n: row.events })}</span>
                  )}
                </>
              ),
            },
            {
              key: "state",
              title: t("sources.columns.outcome"),
              render: (_, row) =>
                row.reason ? (
                  <>
                    <State tone="bad" word={t("sources.stream.refusedOne")} />
                    <div>{reason(row.reason, row.words)}</div>
                    <div className="meta">{row.words}</div>
                  </>
                ) : (
                  <>
                    <State tone="ok" word={t("sources.stream.takenOne")} />
                    <div className="meta">{row.words}</div>
                  </>
                ),
            },
          ]}
        />
      )}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t("common.more")}
        </Button>
      )}
    </>
  );
}
