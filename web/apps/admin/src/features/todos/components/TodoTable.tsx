import { fullMoment, nothing, useWhen } from "@yutang/ui";
import { Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Who } from "../../../shared/Links.tsx";
import { useTaskTitle } from "../../../shared/taskTitle.ts";
import type { Task, TaskState } from "../api/todos.ts";
import { lateness } from "./search.ts";
import { useKindName } from "./words.ts";

interface Props {
  rows: readonly Task[];
  state: TaskState;
  zone: string;
  now: string;
  dimmed: boolean;
  /** Absent where nothing can be done with a selection. */
  picked?: readonly number[] | undefined;
  onPick: (ids: number[]) => void;
  onPeek: (id: number) => void;
}

/** One task a row: what, who has it, for whom, until when. */
export function TodoTable({ rows, state, zone, now, dimmed, picked, onPick, onPeek }: Props) {
  const { t } = useTranslation();
  const titleOf = useTaskTitle();
  const tell = useWhen(zone);
  return (
    <Table<Task>
      rowKey="id"
      className={dimmed ? "todo-table dimmed" : "todo-table"}
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 800 }}
      {...(picked
        ? {
            rowSelection: {
              selectedRowKeys: [...picked],
              onChange: (keys) => onPick(keys.map(Number)),
              columnWidth: 48,
              getTitleCheckboxProps: () => ({ "aria-label": t("todos.pickAll") }),
              getCheckboxProps: (row) => ({
                "aria-label": t("todos.pick", { title: titleOf(row) }),
              }),
            },
          }
        : {})}
      columns={[
        {
          key: "title",
          title: t("todos.columns.task"),
          fixed: "left",
          width: 260,
          render: (_, row) => <What row={row} onPeek={onPeek} />,
        },
        {
          key: "due",
          title: t("todos.columns.due"),
          width: 140,
          render: (_, row) => (
            <>
              <span className="num" title={fullMoment(row.due_at, zone)}>
                {tell(row.due_at)}
              </span>
              {row.overdue && <Late due={row.due_at} now={now} />}
            </>
          ),
        },
        {
          key: "staff",
          title: t("todos.columns.staff"),
          width: 130,
          render: (_, row) => <Holder row={row} />,
        },
        {
          key: "customer",
          title: t("todos.columns.customer"),
          width: 150,
          render: (_, row) =>
            row.customer_id !== null && row.customer_name !== null ? (
              <Who id={row.customer_id} name={row.customer_name || t("todos.nameless")} />
            ) : (
              nothing
            ),
        },
        state === "open"
          ? {
              key: "escalated",
              title: t("todos.columns.escalated"),
              width: 120,
              render: (_, row) => <Escalated row={row} zone={zone} />,
            }
          : {
              key: "closed",
              title: t(`todos.columns.${state}`),
              width: 120,
              align: "right" as const,
              className: "num",
              render: (_, row) =>
                row.done_at ? (
                  <span title={fullMoment(row.done_at, zone)}>{tell(row.done_at)}</span>
                ) : (
                  nothing
                ),
            },
      ]}
    />
  );
}

function What({ row, onPeek }: { row: Task; onPeek: (id: number) => void }) {
  const { t } = useTranslation();
  const named = useKindName();
  const titleOf = useTaskTitle();
  return (
    <>
      <span className="todo-what">
        <button
          type="button"
          className="link todo-title cut"
          title={titleOf(row)}
          onClick={() => onPeek(row.id)}
        >
          {titleOf(row)}
        </button>
        <PriorityTag priority={row.priority} />
      </span>
      <span className="meta todo-second">
        {named(row.kind_name)}
        {row.proof !== "none" && ` · ${t(`todos.proof.${row.proof}`)}`}
      </span>
    </>
  );
}

export function PriorityTag({ priority }: { priority: Task["priority"] }) {
  const { t } = useTranslation();
  if (priority === 0) return null;
  return (
    <Tag className={priority === 2 ? "todo-urgent" : "todo-high"}>
      {t(`todos.priority.${priority}`)}
    </Tag>
  );
}

export function Late({ due, now }: { due: string; now: string }) {
  const { t } = useTranslation();
  const { unit, n } = lateness(due, now);
  return <span className="late todo-second">{t(`todos.late.${unit}`, { count: n })}</span>;
}

function Holder({ row }: { row: Task }) {
  const { t } = useTranslation();
  const second = row.pooled
    ? t(row.from_staff ? "todos.pooledFrom" : "todos.pooled", { name: row.from_staff?.name })
    : row.staff_left
      ? t("todos.staffLeft")
      : null;
  return (
    <>
      <span className="cut" title={row.staff_name}>
        {row.staff_name}
      </span>
      {second && <span className="meta todo-second">{second}</span>}
    </>
  );
}

function Escalated({ row, zone }: { row: Task; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  if (!row.escalated_at) return nothing;
  return (
    <span title={fullMoment(row.escalated_at, zone)}>
      <span className="cut">{row.escalated_to?.name ?? t("todos.noLeader")}</span>
      <span className="meta todo-second">{tell(row.escalated_at)}</span>
    </span>
  );
}
