import { Link } from "@tanstack/react-router";
import { fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Button, Select, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Who } from "../../../shared/Links.tsx";
import { usePeople } from "../api/handovers.ts";
import type { Handover, HandoverPerson } from "../api/reading.ts";
import { Reason } from "./Reason.tsx";
import type { OneSearch } from "./search.ts";
import { partTones } from "./sums.ts";
import { useWords } from "./words.ts";

interface Props {
  one: Handover;
  zone: string;
  may: { customers: boolean; tasks: boolean };
  search: OneSearch;
  fresh: string;
  onSearch: (search: OneSearch) => void;
}

/** Each customer: who takes over, how it stands, why, and the task that came of it. */
export function PeopleTab({ one, zone, may, search, fresh, onSearch }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const found = usePeople(one.id, search, fresh);
  const rows = found.data?.pages.flatMap((page) => page.items);
  const narrowed = search.state ?? search.taker;
  const label = t("handovers.people.taker");
  return (
    <>
      {one.takers.length > 1 && (
        <div className="filters">
          <Select<number>
            aria-label={label}
            placeholder={label}
            allowClear
            className="handover-taker-filter"
            value={search.taker ?? null}
            onChange={(taker) => onSearch({ ...search, tab: "people", taker: taker ?? undefined })}
            options={one.takers.map(({ staff }) => ({ value: staff.id, label: staff.name }))}
          />
          {narrowed !== undefined && (
            <Button type="link" onClick={() => onSearch({ tab: "people" })}>
              {t("common.clearFilters")}
            </Button>
          )}
        </div>
      )}
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && !rows && (
        <Failed title={words(found.error)} onAgain={() => found.refetch()} />
      )}
      {rows?.length === 0 && (
        <p className="empty">
          {t(narrowed === undefined ? "handovers.people.none" : "handovers.people.noneSuch")}
        </p>
      )}
      {rows && rows.length > 0 && (
        <Rows rows={rows} zone={zone} may={may} dimmed={found.isPlaceholderData} />
      )}
      {found.hasNextPage && (
        <div className="more">
          <Button loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
            {t("common.more")}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowsProps {
  rows: readonly HandoverPerson[];
  zone: string;
  may: Props["may"];
  dimmed: boolean;
}

function Rows({ rows, zone, may, dimmed }: RowsProps) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <Table<HandoverPerson>
      rowKey={(row) => row.customer.id}
      className={dimmed ? "handover-people dimmed" : "handover-people"}
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 860 }}
      columns={[
        {
          key: "customer",
          title: t("handovers.people.customer"),
          fixed: "left",
          width: 180,
          render: (_, row) =>
            may.customers ? (
              <Who id={row.customer.id} name={row.customer.name || t("handovers.nameless")} />
            ) : (
              row.customer.name || t("handovers.nameless")
            ),
        },
        {
          key: "taker",
          title: t("handovers.people.taker"),
          width: 110,
          render: (_, row) =>
            row.taker ? (
              <span className="cut" title={row.taker.name}>
                {row.taker.name}
              </span>
            ) : (
              nothing
            ),
        },
        {
          key: "state",
          title: t("handovers.people.state"),
          width: 230,
          render: (_, row) => (
            <>
              <State
                tone={partTones[row.state] ?? "off"}
                word={t(`handovers.person.${row.state}`)}
              />
              <Reason say={row.say} errcode={row.errcode} />
            </>
          ),
        },
        {
          key: "asked",
          title: t("handovers.people.asked"),
          width: 110,
          align: "right",
          className: "num",
          render: (_, row) => moment(row.asked_at, zone, tell),
        },
        {
          key: "settled",
          title: t("handovers.people.settled"),
          width: 130,
          align: "right",
          className: "num",
          render: (_, row) =>
            row.settled_at === null && row.settles_at !== null ? (
              <span className="meta" title={fullMoment(row.settles_at, zone)}>
                {t("handovers.until", { time: tell(row.settles_at) })}
              </span>
            ) : (
              moment(row.settled_at, zone, tell)
            ),
        },
        {
          key: "task",
          title: t("handovers.people.task"),
          width: 100,
          render: (_, row) => <Task id={row.task_id} may={may.tasks} />,
        },
      ]}
    />
  );
}

/** Who refused is asked once more, kindly, by a task of who was to have him. */
function Task({ id, may }: { id: number | null; may: boolean }) {
  const { t } = useTranslation();
  if (id === null) return nothing;
  if (!may) return t("handovers.people.readd");
  return (
    <Link to="/to-dos" search={{ peek: id }}>
      {t("handovers.people.readd")}
    </Link>
  );
}

export function moment(at: string | null, zone: string, tell: (at: string) => string) {
  return at === null ? nothing : <span title={fullMoment(at, zone)}>{tell(at)}</span>;
}
