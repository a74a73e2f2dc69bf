import { fullMoment, nothing, useWhen } from "@yutang/ui";
import { Button, DatePicker, Select, Skeleton, Table } from "antd";
import dayjs from "dayjs";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import {
  AREAS,
  type Area,
  type Entry,
  type Filter,
  fileOf,
  useActors,
  useEntries,
} from "../api/audit.ts";
import { ChainState } from "./ChainState.tsx";
import { EntryDrawer } from "./EntryDrawer.tsx";
import { deedOf, meansOf, nameOf, targetOf } from "./words.ts";
import "./audit.css";

interface Props {
  zone: string;
  filter: Filter;
  after: string | undefined;
  peek: number | undefined;
  mayKeep: boolean;
  onFilter: (filter: Filter) => void;
  onPage: (after: string) => void;
  onBack: () => void;
  onPeek: (id: number | undefined) => void;
}

/** Who did what, newest first. */
export function AuditPage(props: Props) {
  const { zone, filter, after, onFilter } = props;
  const { t } = useTranslation();
  const when = useWhen(zone);
  const entries = useEntries(filter, after);
  const rows = entries.data?.items ?? [];
  const peeked = rows.find((one) => one.id === props.peek);
  const filtered = Object.values(filter).some(Boolean);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("audit.title")}</h1>
          <p className="meta">{t("audit.about")}</p>
        </div>
        <Button
          href={fileOf(filter)}
          icon={<Download size={14} aria-hidden="true" />}
          title={t("audit.fileNote")}
        >
          {t("audit.file")}
        </Button>
      </header>
      <ChainState zone={zone} mayKeep={props.mayKeep} />
      <AuditFilters filter={filter} onFilter={onFilter} />
      {entries.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {entries.isError && (
        <Failed title={t("audit.loadFailed")} onAgain={() => entries.refetch()} />
      )}
      {entries.isSuccess && rows.length === 0 && (
        <div className="empty">
          <p>{t(filtered ? "audit.nothingMatches" : "audit.nothingYet")}</p>
          {filtered && <Button onClick={() => onFilter({})}>{t("common.clearFilters")}</Button>}
        </div>
      )}
      {rows.length > 0 && (
        <Table<Entry>
          className="audit-table"
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 860 }}
          loading={entries.isPlaceholderData}
          columns={[
            {
              title: t("audit.columns.when"),
              width: 130,
              className: "num",
              render: (_, row) => <span title={fullMoment(row.at, zone)}>{when(row.at)}</span>,
            },
            {
              title: t("audit.columns.who"),
              width: 180,
              render: (_, row) => (
                <span className="cut" title={row.actor}>
                  {nameOf(t, row.actor, row.name)}
                </span>
              ),
            },
            {
              title: t("audit.columns.deed"),
              width: 340,
              render: (_, row) => (
                <button type="button" className="audit-deed" onClick={() => props.onPeek(row.id)}>
                  {deedOf(t, row)}
                </button>
              ),
            },
            {
              title: t("audit.columns.target"),
              render: (_, row) => (
                <span className="cut" title={row.target}>
                  {targetOf(t, row.target)}
                </span>
              ),
            },
            {
              title: t("audit.columns.from"),
              width: 190,
              render: (_, row) => (
                <>
                  <div>{meansOf(t, row.means) || row.ip || nothing}</div>
                  {row.means && row.ip && <div className="meta">{row.ip}</div>}
                </>
              ),
            },
          ]}
        />
      )}
      <Pages
        sparse
        label={t("audit.title")}
        previous={after}
        next={entries.data?.next}
        onPrevious={props.onBack}
        onNext={props.onPage}
      />
      {peeked && <EntryDrawer entry={peeked} zone={zone} onClose={() => props.onPeek(undefined)} />}
    </>
  );
}

/** Who, what, when, and to what; each in the address. */
function AuditFilters({ filter, onFilter }: Pick<Props, "filter" | "onFilter">) {
  const { t } = useTranslation();
  const actors = useActors();
  const options = (actors.data?.items ?? []).map((one) => ({
    value: one.actor,
    label: nameOf(t, one.actor, one.name),
  }));
  return (
    <div className="filters">
      <SearchBox
        label={t("audit.filters.target")}
        text={filter.target ?? ""}
        maxLength={200}
        onSearch={(target) => onFilter({ ...filter, target: target || undefined })}
      />
      <Select<string>
        className="audit-filter"
        aria-label={t("audit.filters.who")}
        placeholder={t("audit.filters.who")}
        allowClear
        loading={actors.isPending}
        showSearch={{ optionFilterProp: "label" }}
        options={options}
        {...(filter.actor ? { value: filter.actor } : {})}
        onChange={(actor) => onFilter({ ...filter, actor: actor ?? undefined })}
      />
      <Select<Area>
        className="audit-filter"
        aria-label={t("audit.filters.area")}
        placeholder={t("audit.filters.area")}
        allowClear
        options={(Object.keys(AREAS) as Area[]).map((value) => ({
          value,
          label: t(`audit.areas.${value}`),
        }))}
        {...(filter.area ? { value: filter.area } : {})}
        onChange={(area) => onFilter({ ...filter, area: area ?? undefined })}
      />
      <DatePicker.RangePicker
        allowEmpty
        placeholder={[t("audit.filters.from"), t("audit.filters.to")]}
        value={[filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to) : null]}
        onChange={(range) =>
          onFilter({
            ...filter,
            from: range?.[0]?.format("YYYY-MM-DD"),
            to: range?.[1]?.format("YYYY-MM-DD"),
          })
        }
      />
    </div>
  );
}
