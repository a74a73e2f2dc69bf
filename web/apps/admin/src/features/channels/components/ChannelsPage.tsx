import { Sparkline } from "@yutang/charts";
import { clock, count, nothing, State, shortMoment, type Tone } from "@yutang/ui";
import { Button, Select, Skeleton, Table, Tag, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import {
  type Channel,
  type ListFilter,
  STATUSES,
  type Status,
  useChannels,
} from "../api/channels.ts";
import "./page/words.ts";
import "./channels.css";

export const channelTones: Record<Status, Tone> = {
  creating: "info",
  active: "ok",
  updating: "info",
  failed: "bad",
  deleting: "warn",
  deleted: "off",
};

interface Props {
  zone: string;
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
  onNew: () => void;
  /** Many from a file: another feature's dialog. */
  onMany: () => void;
  onOpen: (id: number) => void;
  onStatistics: (id: number) => void;
}

export function ChannelsPage({ zone, filter, onFilter, onNew, onMany, ...table }: Props) {
  const { t } = useTranslation();
  const channels = useChannels(filter);
  const page = channels.data;
  const rows = page?.items ?? [];
  const narrowed = Boolean(filter.q || filter.status);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("channels.title")}</h1>
          <p className="meta num" aria-live="polite">
            {page &&
              `${t("channels.total", { count: page.total, n: count(page.total) })} · ${t("common.asOf", { time: clock(page.as_of, zone) })}`}
          </p>
        </div>
        <div className="acts">
          <Button onClick={onMany}>{t("channels.many")}</Button>
          <Button type="primary" onClick={onNew}>
            {t("channels.new")}
          </Button>
        </div>
      </header>
      <div className="filters">
        <SearchBox
          className="codes-search"
          label={t("channels.search")}
          maxLength={60}
          text={filter.q ?? ""}
          onSearch={(q) => onFilter({ status: filter.status, q: q || undefined })}
        />
        <Select<Status>
          allowClear
          className="codes-status"
          aria-label={t("channels.columns.status")}
          placeholder={t("channels.anyStatus")}
          value={filter.status ?? null}
          onChange={(status) => onFilter({ q: filter.q, status: status ?? undefined })}
          options={STATUSES.map((value) => ({ value, label: t(`channels.status.${value}`) }))}
        />
        {narrowed && (
          <Button type="link" onClick={() => onFilter({})}>
            {t("common.clearFilters")}
          </Button>
        )}
      </div>
      {channels.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {channels.isError && (
        <Failed title={t("channels.loadFailed")} onAgain={() => channels.refetch()} />
      )}
      {page && rows.length === 0 && (
        <div className="empty">
          <p>{t(narrowed ? "channels.noneMatch" : "channels.empty")}</p>
          {narrowed ? (
            <Button onClick={() => onFilter({})}>{t("common.clearFilters")}</Button>
          ) : (
            <Button onClick={onNew}>{t("channels.new")}</Button>
          )}
        </div>
      )}
      {page && rows.length > 0 && (
        <>
          <ChannelsTable rows={rows} zone={zone} {...table} />
          <Pages
            label={t("channels.title")}
            previous={page.previous}
            next={page.next}
            onPrevious={(before) =>
              onFilter({ q: filter.q, status: filter.status, before: Number(before) })
            }
            onNext={(after) =>
              onFilter({ q: filter.q, status: filter.status, after: Number(after) })
            }
          />
        </>
      )}
    </>
  );
}

interface TableProps {
  rows: Channel[];
  zone: string;
  onOpen: (id: number) => void;
  onStatistics: (id: number) => void;
}

function ChannelsTable({ rows, zone, onOpen, onStatistics }: TableProps) {
  const { t } = useTranslation();
  return (
    <Table<Channel>
      rowKey="id"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 1130 }}
      columns={[
        {
          title: t("channels.columns.name"),
          width: 180,
          fixed: "left",
          render: (_, row) => (
            <button type="button" className="link" onClick={() => onOpen(row.id)}>
              {row.name}
            </button>
          ),
        },
        {
          title: t("pagecodes.kind.column"),
          width: 90,
          render: (_, row) => t(row.kind === "page" ? "pagecodes.tag" : "pagecodes.kind.direct"),
        },
        {
          title: t("channels.columns.status"),
          width: 100,
          render: (_, row) => (
            <State tone={channelTones[row.status]} word={t(`channels.status.${row.status}`)} />
          ),
        },
        {
          title: t("channels.columns.staff"),
          width: 150,
          render: (_, row) =>
            t(row.staff.length === 1 ? "channels.staffOne" : "channels.staffMany", {
              first: row.staff[0]?.name ?? "",
              n: row.staff.length,
            }),
        },
        {
          title: t("channels.columns.tags"),
          width: 170,
          render: (_, row) => row.tags.map((tag) => <Tag key={tag.id}>{tag.name}</Tag>),
        },
        {
          title: t("channels.columns.days"),
          width: 120,
          render: (_, row) => (
            <button
              type="button"
              className="link"
              aria-label={t("channels.seeStatistics", { name: row.name })}
              onClick={() => onStatistics(row.id)}
            >
              <Sparkline
                values={row.adds_by_day}
                sentence={t("channels.daysSentence", {
                  n: count(row.adds_by_day.reduce((sum, day) => sum + day, 0)),
                  most: count(Math.max(0, ...row.adds_by_day)),
                })}
              />
            </button>
          ),
        },
        {
          title: t("channels.columns.today"),
          width: 80,
          align: "right",
          className: "num",
          render: (_, row) => count(row.adds_today),
        },
        {
          title: t("channels.columns.total"),
          width: 80,
          align: "right",
          className: "num",
          render: (_, row) => count(row.adds_total),
        },
        {
          title: t("channels.columns.scans"),
          width: 70,
          align: "right",
          render: (_, row) => {
            const why = t(row.kind === "page" ? "pagecodes.scansThere" : "channels.noScans");
            return (
              <Tooltip title={why} trigger={["hover", "focus"]}>
                <button type="button" className="link quiet" aria-label={why}>
                  {nothing}
                </button>
              </Tooltip>
            );
          },
        },
        {
          title: t("channels.columns.created"),
          width: 110,
          align: "right",
          className: "num",
          render: (_, row) => shortMoment(row.created_at, zone),
        },
      ]}
    />
  );
}
