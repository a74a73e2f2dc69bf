import { Link } from "@tanstack/react-router";
import { count, fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Table, type TableColumnType, Tag } from "antd";
import type { Key } from "react";
import { useTranslation } from "react-i18next";
import { FIRST_SORT, type Row, type Sort } from "../api/groups.ts";
import { PhaseWord } from "./PhaseWord.tsx";
import { signed, tones, useGroupName, useOwnerName } from "./words.ts";

interface Props {
  rows: readonly Row[];
  zone: string;
  sort: Sort | undefined;
  dimmed: boolean;
  onSort: (sort: Sort | undefined) => void;
  /** Absent where nothing can be done with a selection. */
  picked?: readonly number[] | undefined;
  onPick: (ids: number[]) => void;
}

const LABELS_SHOWN = 2;

/** One group a row: whose, how many, who came and went, what it is for. */
export function GroupTable({ rows, zone, sort = FIRST_SORT, dimmed, onSort, ...pick }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const called = useGroupName();
  const { picked, onPick } = pick;
  const columns: (TableColumnType<Row> & { key: string })[] = [
    {
      key: "name",
      title: t("groups.columns.name"),
      width: 200,
      fixed: "left",
      sorter: true,
      sortDirections: ["ascend"],
      sortOrder: sort === "name" ? "ascend" : null,
      render: (_, row) => <Name row={row} />,
    },
    {
      key: "owner",
      title: t("groups.columns.owner"),
      width: 112,
      render: (_, row) => <OwnerCell row={row} />,
    },
    {
      key: "people",
      title: t("groups.columns.people"),
      width: 110,
      align: "right",
      className: "num",
      sorter: true,
      sortDirections: ["descend", "ascend", "descend"],
      sortOrder: sort === "-people" ? "descend" : sort === "people" ? "ascend" : null,
      render: (_, row) => <People row={row} />,
    },
    {
      key: "joined_7",
      title: t("groups.columns.joined"),
      width: 92,
      align: "right",
      className: "num",
      sorter: true,
      sortDirections: ["descend"],
      sortOrder: sort === "-joined_7" ? "descend" : null,
      render: (_, row) => signed(row.joined_7, "+"),
    },
    {
      key: "left_7",
      title: t("groups.columns.left"),
      width: 92,
      align: "right",
      className: "num",
      sorter: true,
      sortDirections: ["descend"],
      sortOrder: sort === "-left_7" ? "descend" : null,
      render: (_, row) => signed(row.left_7, "−"),
    },
    {
      key: "profile",
      title: t("groups.columns.profile"),
      width: 176,
      render: (_, row) => <ProfileCell row={row} />,
    },
    {
      key: "phase",
      title: <span title={t("groups.phaseWhy")}>{t("groups.columns.phase")}</span>,
      width: 100,
      render: (_, row) => <PhaseWord phase={row.phase} />,
    },
    {
      key: "last_joined_at",
      title: t("groups.columns.moved"),
      width: 150,
      align: "right",
      className: "num",
      sorter: true,
      sortDirections: ["descend", "ascend", "descend"],
      sortOrder:
        sort === "-last_joined_at" ? "descend" : sort === "last_joined_at" ? "ascend" : null,
      render: (_, row) => <Moved row={row} zone={zone} />,
    },
    {
      key: "created_at",
      title: t("groups.columns.created"),
      width: 112,
      align: "right",
      className: "num",
      sorter: true,
      sortDirections: ["descend"],
      sortOrder: sort === "-created_at" ? "descend" : null,
      render: (_, row) => (
        <span title={fullMoment(row.created_at, zone)}>{tell(row.created_at)}</span>
      ),
    },
  ];
  return (
    <Table<Row>
      rowKey="id"
      className={dimmed ? "group-table dimmed" : "group-table"}
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 1184 }}
      showSorterTooltip={false}
      {...(picked
        ? {
            rowSelection: {
              selectedRowKeys: [...picked],
              columnWidth: 40,
              fixed: true,
              preserveSelectedRowKeys: true,
              onChange: (keys: Key[]) => onPick(keys.map(Number)),
              getTitleCheckboxProps: () => ({ "aria-label": t("groups.pickPage") }),
              getCheckboxProps: (row: Row) => ({
                "aria-label": t("groups.pick", { name: called(row.name) }),
              }),
            },
          }
        : {})}
      onChange={(_, __, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        onSort(sortOf(one?.columnKey, one?.order));
      }}
      columns={columns}
    />
  );
}

const BOTH = ["people", "last_joined_at"];

function sortOf(column: unknown, order: string | null | undefined): Sort | undefined {
  if (!order || typeof column !== "string") return undefined;
  if (column === "name") return "name";
  const up = order === "ascend" && BOTH.includes(column);
  const sort = `${up ? "" : "-"}${column}` as Sort;
  return sort === FIRST_SORT ? undefined : sort;
}

function Name({ row }: { row: Row }) {
  const { t } = useTranslation();
  const called = useGroupName();
  const name = called(row.name);
  return (
    <>
      <Link
        to="/groups/$id"
        params={{ id: String(row.id) }}
        className="group-name cut"
        title={row.aim ? `${name}\n${row.aim}` : name}
      >
        {name}
      </Link>
      {row.state !== "normal" && (
        <span className="meta group-second">
          <State tone={tones[row.state]} word={t(`groups.states.${row.state}`)} />
        </span>
      )}
    </>
  );
}

function OwnerCell({ row }: { row: Row }) {
  const { t } = useTranslation();
  const named = useOwnerName();
  return (
    <>
      <span className="cut" title={named(row.owner)}>
        {named(row.owner)}
      </span>
      {row.owner?.left && <span className="meta group-second">{t("groups.left")}</span>}
    </>
  );
}

function People({ row }: { row: Row }) {
  const { t } = useTranslation();
  if (row.read_at === null) return <span title={t("groups.notRead")}>{nothing}</span>;
  return (
    <>
      {count(row.people)}
      <span className="meta group-second">
        {t("groups.staffToo", { count: row.staff, n: count(row.staff) })}
      </span>
    </>
  );
}

/** Kind and tier, and under them the labels. */
export function ProfileCell({ row }: { row: Pick<Row, "kind" | "tier" | "labels"> }) {
  const { t } = useTranslation();
  const sorted = [
    row.kind && t(`groups.kinds.${row.kind}`),
    row.tier && t(`groups.tiers.${row.tier}`),
  ].filter(Boolean);
  const more = row.labels.length - LABELS_SHOWN;
  if (sorted.length === 0 && row.labels.length === 0) return nothing;
  return (
    <>
      {sorted.join(" · ")}
      {row.labels.length > 0 && (
        <span className="group-labels" title={row.labels.join(t("common.comma"))}>
          {row.labels.slice(0, LABELS_SHOWN).map((label) => (
            <Tag key={label} variant="filled">
              {label}
            </Tag>
          ))}
          {more > 0 && <Tag variant="filled">+{more}</Tag>}
        </span>
      )}
    </>
  );
}

/** When somebody last came; under it the last leave, where that was later. */
function Moved({ row, zone }: { row: Row; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const { quiet_since: last, last_joined_at: joined } = row;
  return (
    <>
      {joined ? (
        <span title={fullMoment(joined, zone)}>{tell(joined)}</span>
      ) : (
        <span title={t("groups.nobodyCame")}>{nothing}</span>
      )}
      {last && (!joined || Date.parse(last) > Date.parse(joined)) && (
        <span className="meta group-second group-once" title={fullMoment(last, zone)}>
          {t("groups.someoneLeft", { time: tell(last) })}
        </span>
      )}
    </>
  );
}
