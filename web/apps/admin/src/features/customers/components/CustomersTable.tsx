import { fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Table, type TableColumnType, Tag } from "antd";
import type { Key } from "react";
import { useTranslation } from "react-i18next";
import { ChannelLink, Who } from "../../../shared/Links.tsx";
import { useStageNames } from "../../../shared/stages.ts";
import type { Filter, Row } from "../api/customers.ts";
import { toneOf } from "./state.ts";

export const COLUMNS = ["state", "stage", "tags", "staff", "channel", "active", "added"] as const;
/** What is shown where neither address nor view says otherwise. */
export const SHOWN: readonly Column[] = ["state", "tags", "staff", "channel", "added"];
export type Column = (typeof COLUMNS)[number];

interface Props {
  rows: readonly Row[];
  zone: string;
  shown: readonly Column[];
  sort: Filter["sort"];
  dimmed: boolean;
  onSort: (sort: Filter["sort"]) => void;
  /** Absent where nothing can be done with a selection. */
  picked?: readonly number[] | undefined;
  onPick: (ids: number[]) => void;
}

const TAGS_SHOWN = 2;

export function CustomersTable({ rows, zone, shown, sort, dimmed, onSort, picked, onPick }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const { named } = useStageNames();
  const columns: Record<Column, TableColumnType<Row>> = {
    state: {
      title: t("customers.columns.state"),
      width: 110,
      render: (_, row) => (
        <State tone={toneOf(row.state)} word={t(`customers.states.${row.state}`)} />
      ),
    },
    stage: {
      title: t("lists.filters.stage"),
      width: 100,
      render: (_, row) => (row.stage ? named(row.stage) : nothing),
    },
    active: {
      title: t("lists.columns.active"),
      width: 130,
      align: "right",
      className: "num",
      sorter: true,
      sortDirections: ["descend"],
      sortOrder: sort === "-active" ? "descend" : null,
      render: (_, row) =>
        row.last_active_at ? (
          <span title={fullMoment(row.last_active_at, zone)}>{tell(row.last_active_at)}</span>
        ) : (
          <span title={t("lists.activeWhy")}>{nothing}</span>
        ),
    },
    tags: {
      title: t("customers.columns.tags"),
      width: 220,
      render: (_, row) => <Tags tags={row.tags} />,
    },
    staff: {
      title: t("customers.columns.staff"),
      width: 160,
      render: (_, row) => {
        const [first, ...rest] = row.owners;
        if (!first) return nothing;
        return (
          <span title={row.owners.map((owner) => owner.name).join(t("common.comma"))}>
            <span className="cut">{first.name}</span>
            {rest.length > 0 && (
              <span className="meta">
                {" "}
                {t("customers.ownersMore", { count: row.owners.length, more: rest.length })}
              </span>
            )}
          </span>
        );
      },
    },
    channel: {
      title: t("customers.columns.channel"),
      width: 160,
      render: (_, row) => <ChannelLink channel={row.channel} />,
    },
    added: {
      title: t("customers.columns.added"),
      width: 130,
      align: "right",
      className: "num",
      sorter: true,
      sortDirections: ["descend", "ascend", "descend"],
      sortOrder: sort === undefined ? "descend" : sort === "added" ? "ascend" : null,
      render: (_, row) => {
        const at = row.first_added_at ?? row.added_at;
        return at ? <span title={fullMoment(at, zone)}>{tell(at)}</span> : nothing;
      },
    },
  };
  return (
    <Table<Row>
      rowKey="id"
      dataSource={[...rows]}
      className={dimmed ? "customers-table dimmed" : "customers-table"}
      pagination={false}
      scroll={{ x: 240 + shown.length * 150 }}
      sticky={{ offsetHeader: 56 }}
      {...(picked
        ? {
            rowSelection: {
              selectedRowKeys: [...picked],
              columnWidth: 40,
              fixed: true,
              preserveSelectedRowKeys: true,
              onChange: (keys: Key[]) => onPick(keys.map(Number)),
              getTitleCheckboxProps: () => ({ "aria-label": t("lists.pickPage") }),
              getCheckboxProps: (row: Row) => ({
                "aria-label": t("lists.pick", { name: row.name || t("customers.nameless") }),
              }),
            },
          }
        : {})}
      showSorterTooltip={false}
      onChange={(_, __, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        onSort(sortOf(one?.columnKey, one?.order));
      }}
      columns={[
        {
          key: "name",
          title: t("customers.columns.customer"),
          width: 240,
          fixed: "left",
          sorter: true,
          sortDirections: ["ascend"],
          sortOrder: sort === "name" ? "ascend" : null,
          render: (_, row) => <Person row={row} />,
        },
        ...COLUMNS.filter((column) => shown.includes(column)).map((column) => ({
          key: column,
          ...columns[column],
        })),
      ]}
    />
  );
}

function sortOf(column: unknown, order: string | null | undefined): Filter["sort"] {
  if (!order) return undefined;
  if (column === "name") return "name";
  if (column === "active") return "-active";
  return order === "ascend" ? "added" : undefined;
}

function Person({ row }: { row: Row }) {
  const { t } = useTranslation();
  return (
    <Who id={row.id} name={row.name || t("customers.nameless")}>
      {" "}
      {row.platform === "wecom" && (
        <span className="from-wecom">
          {row.company ? `@${row.company}` : t("customers.wecomTag")}
        </span>
      )}
      {row.remark !== row.name && (
        <span className="meta cut" title={row.remark}>
          {row.remark}
        </span>
      )}
    </Who>
  );
}

function Tags({ tags }: { tags: Row["tags"] }) {
  if (tags.length === 0) return nothing;
  return (
    <span title={tags.map((tag) => tag.name).join(" · ")}>
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <Tag key={tag.id} variant="filled">
          {tag.name}
        </Tag>
      ))}
      {tags.length > TAGS_SHOWN && <Tag variant="filled">+{tags.length - TAGS_SHOWN}</Tag>}
    </span>
  );
}
