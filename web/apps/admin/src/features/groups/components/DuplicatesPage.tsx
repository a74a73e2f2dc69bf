import { Link } from "@tanstack/react-router";
import { clock, count } from "@yutang/ui";
import { Button, Segmented, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { useStaffName, useStaffOptions } from "../../../shared/choices.ts";
import { AddCondition, Chip } from "../../../shared/conditions.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { Who } from "../../../shared/Links.tsx";
import { OneOf } from "../../../shared/OneOf.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { type Duplicate, type Several, useDuplicateCount, useDuplicates } from "../api/groups.ts";
import { DoublesPlan } from "./DoublesPlan.tsx";
import { useGroupName, useOwnerName } from "./words.ts";
import "./groups.css";

interface Props {
  mayPlan: boolean;
  zone: string;
  filter: Several;
  after: string | undefined;
  onFilter: (filter: Several) => void;
  onPage: (after: string | undefined) => void;
  onBack: () => void;
}

const LEAST = [2, 3, 5, 10] as const;

/** Who sits in several groups, and in which: he gets everything as often. */
export function DuplicatesPage(props: Props) {
  const { zone, filter, after, mayPlan, onFilter, onPage, onBack } = props;
  const { t } = useTranslation();
  const found = useDuplicates(filter, after);
  const total = useDuplicateCount(filter).data?.total;
  const owner = useStaffName(filter.owner);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("groups.several.title")}</h1>
          <p className="meta">{t("groups.several.about")}</p>
        </div>
      </header>
      {mayPlan && <DoublesPlan zone={zone} />}
      <div className="filters">
        <SearchBox
          label={t("groups.several.search")}
          text={filter.q ?? ""}
          maxLength={60}
          onSearch={(q) => onFilter({ ...filter, q: q || undefined })}
        />
        <Segmented<number>
          aria-label={t("groups.several.least")}
          value={filter.least ?? 2}
          onChange={(least) => onFilter({ ...filter, least: least > 2 ? least : undefined })}
          options={LEAST.map((value) => ({
            value,
            label: t("groups.several.atLeast", { count: value }),
          }))}
        />
        {filter.owner !== undefined && (
          <Chip
            name={t("groups.filters.owner")}
            value={owner ?? `#${filter.owner}`}
            remove={t("groups.filters.remove", {
              chip: `${t("groups.filters.owner")} ${owner ?? ""}`,
            })}
            onRemove={() => onFilter({ ...filter, owner: undefined })}
          />
        )}
        <AddCondition<"owner">
          button={t("groups.filters.add")}
          choose={t("groups.filters.choose")}
          first="owner"
          kinds={[{ value: "owner", label: t("groups.filters.owner") }]}
        >
          {(_, close) => (
            <OneOf
              useFound={useStaffOptions}
              label={t("groups.filters.owner")}
              onChange={(chosen) => {
                close();
                onFilter({ ...filter, owner: chosen });
              }}
            />
          )}
        </AddCondition>
      </div>
      {total !== undefined && (
        <p className="meta num" aria-live="polite">
          {t("groups.several.total", { count: total, n: count(total) })}
          {" · "}
          {t("common.asOf", { time: clock(new Date(found.dataUpdatedAt || Date.now()), zone) })}
        </p>
      )}
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.isError && (
        <Failed title={t("groups.several.failed")} onAgain={() => found.refetch()} />
      )}
      {found.data?.items.length === 0 && <Empty filter={filter} onFilter={onFilter} />}
      {found.data && found.data.items.length > 0 && (
        <>
          <SeveralTable rows={found.data.items} dimmed={found.isPlaceholderData} />
          <Pages
            label={t("groups.several.title")}
            previous={after}
            next={found.data.next}
            onPrevious={onBack}
            onNext={onPage}
            sparse
          />
        </>
      )}
    </>
  );
}

function Empty({ filter, onFilter }: Pick<Props, "filter" | "onFilter">) {
  const { t } = useTranslation();
  const narrowed = filter.q !== undefined || filter.owner !== undefined || filter.least;
  return (
    <div className="empty">
      <p>{t(narrowed ? "groups.several.filtered" : "groups.several.none")}</p>
      {narrowed && <Button onClick={() => onFilter({})}>{t("common.clearFilters")}</Button>}
    </div>
  );
}

function SeveralTable({ rows, dimmed }: { rows: readonly Duplicate[]; dimmed: boolean }) {
  const { t } = useTranslation();
  return (
    <Table<Duplicate>
      rowKey={(row) => row.customer.id}
      className={dimmed ? "group-table dimmed" : "group-table"}
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 640 }}
      columns={[
        {
          key: "customer",
          title: t("groups.several.customer"),
          fixed: "left",
          width: 220,
          render: (_, row) => (
            <Who id={row.customer.id} name={row.customer.name || t("groups.members.nameless")} />
          ),
        },
        {
          key: "count",
          title: t("groups.several.count"),
          width: 96,
          align: "right",
          className: "num",
          render: (_, row) => count(row.count),
        },
        {
          key: "groups",
          title: t("groups.several.which"),
          render: (_, row) => <Which row={row} />,
        },
      ]}
    />
  );
}

function Which({ row }: { row: Duplicate }) {
  const { t } = useTranslation();
  const called = useGroupName();
  const named = useOwnerName();
  const more = row.count - row.groups.length;
  return (
    <ul className="group-which">
      {row.groups.map((group) => (
        <li key={group.id}>
          <Link
            to="/groups/$id"
            params={{ id: String(group.id) }}
            className="cut"
            title={called(group.name)}
          >
            {called(group.name)}
          </Link>
          <span className="meta"> {named(group.owner)}</span>
        </li>
      ))}
      {more > 0 && <li className="meta">{t("groups.several.more", { count: more })}</li>}
    </ul>
  );
}
