import { Sparkline } from "@yutang/charts";
import { clock, count, nothing, State } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { type Code, type ListFilter, useCodes } from "../api/groupCodes.ts";
import { statusTones, useLeft } from "./words.ts";
import "./groupcodes.css";

interface Props {
  zone: string;
  filter: ListFilter;
  mayWrite: boolean;
  onFilter: (filter: ListFilter) => void;
  onNew: () => void;
  onOpen: (id: number) => void;
}

/** Will a group run out? */
export function CodesPage({ zone, filter, mayWrite, onFilter, onNew, onOpen }: Props) {
  const { t } = useTranslation();
  const codes = useCodes(filter);
  const page = codes.data;
  const rows = page?.items ?? [];
  const low = rows.filter((row) => row.warned).length;
  const make = mayWrite && (
    <Button type="primary" onClick={onNew}>
      {t("groupcodes.new")}
    </Button>
  );
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("groupcodes.title")}</h1>
          <p className="meta num" aria-live="polite">
            {page &&
              `${t("groupcodes.total", { count: page.total, n: count(page.total) })} · ${t(low ? "groupcodes.lowHere" : "groupcodes.noneLow", { n: low })} · ${t("common.asOf", { time: clock(page.as_of, zone) })}`}
          </p>
        </div>
        {make}
      </header>
      <div className="filters">
        <SearchBox
          label={t("groupcodes.search")}
          maxLength={60}
          text={filter.q ?? ""}
          onSearch={(q) => onFilter({ q: q || undefined })}
        />
      </div>
      {codes.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {codes.isError && (
        <Failed title={t("groupcodes.loadFailed")} onAgain={() => codes.refetch()} />
      )}
      {page && rows.length === 0 && (
        <div className="empty">
          <p>{t(filter.q ? "groupcodes.noneMatch" : "groupcodes.empty", { q: filter.q })}</p>
          {filter.q ? (
            <Button onClick={() => onFilter({})}>{t("common.clearFilters")}</Button>
          ) : (
            mayWrite && <Button onClick={onNew}>{t("groupcodes.new")}</Button>
          )}
        </div>
      )}
      {page && rows.length > 0 && (
        <>
          <CodesTable rows={rows} onOpen={onOpen} />
          <Pages
            sparse
            label={t("groupcodes.title")}
            previous={filter.after}
            next={page.next}
            onPrevious={() => onFilter({ q: filter.q })}
            onNext={(after) => onFilter({ q: filter.q, after })}
          />
        </>
      )}
    </>
  );
}

function CodesTable({ rows, onOpen }: { rows: Code[]; onOpen: (id: number) => void }) {
  const { t } = useTranslation();
  const left = useLeft();
  return (
    <Table<Code>
      rowKey="id"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 980 }}
      columns={[
        {
          title: t("groupcodes.columns.name"),
          width: 190,
          fixed: "left",
          render: (_, row) => (
            <>
              <button type="button" className="link" onClick={() => onOpen(row.id)}>
                {row.name}
              </button>
              <div className="meta">
                <State tone={statusTones[row.status]} word={t(`groupcodes.status.${row.status}`)} />
              </div>
            </>
          ),
        },
        {
          title: t("groupcodes.columns.left"),
          width: 220,
          render: (_, row) => <State {...left(row)} />,
        },
        {
          title: t("groupcodes.columns.current"),
          width: 200,
          render: (_, row) => <Current code={row} />,
        },
        {
          title: t("groupcodes.columns.groups"),
          width: 90,
          align: "right",
          className: "num",
          render: (_, row) =>
            t("groupcodes.ofGroups", { open: count(row.groups.open), all: count(row.groups.all) }),
        },
        {
          title: t("groupcodes.columns.days"),
          width: 120,
          render: (_, row) => (
            <Sparkline
              values={row.joins_by_day}
              sentence={t("groupcodes.daysSentence", {
                n: count(row.joins_by_day.reduce((sum, day) => sum + day, 0)),
                most: count(Math.max(0, ...row.joins_by_day)),
              })}
            />
          ),
        },
        {
          title: t("groupcodes.columns.today"),
          width: 80,
          align: "right",
          className: "num",
          render: (_, row) => count(row.joins_today),
        },
        {
          title: t("groupcodes.columns.here"),
          width: 110,
          align: "right",
          className: "num",
          render: (_, row) =>
            t("groupcodes.ofGroups", { open: count(row.here), all: count(row.joins_total) }),
        },
      ]}
    />
  );
}

/** The group that fills up now, and how far it is. */
export function Current({ code }: { code: Code }) {
  const { t } = useTranslation();
  const now = code.current;
  if (!now) return <span title={t("groupcodes.noCurrent")}>{nothing}</span>;
  return (
    <>
      <div className="gc-name" title={now.name ?? undefined}>
        {now.name === null ? t("groupcodes.hidden") : now.name || t("groups.nameless")}
      </div>
      <div className="meta num">
        {t("groupcodes.filled", { n: count(now.scanned), most: count(code.scan_size ?? 0) })}
      </div>
    </>
  );
}
