import { count, State, shortMoment } from "@yutang/ui";
import { Alert, Button, Popconfirm, Select, Skeleton, Table, Tag } from "antd";
import { ArrowDown, ArrowUp, ArrowUpToLine, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import {
  type Code,
  type Queued,
  STANDINGS,
  type Standing,
  useMove,
  useQueue,
  useTakeOut,
} from "../api/groupCodes.ts";
import { AddGroups } from "./AddGroups.tsx";
import { standingTones, useProblem } from "./words.ts";

interface Props {
  code: Code;
  zone: string;
  mayWrite: boolean;
}

/** The queue in the order in which groups are used. */
export function QueueTab({ code, zone, mayWrite }: Props) {
  const { t } = useTranslation();
  const [standing, setStanding] = useState<Standing>();
  const [adding, setAdding] = useState(false);
  const queue = useQueue(code.id, standing);
  const rows = queue.data?.pages.flatMap((page) => page.items) ?? [];
  const words = (one: Standing) =>
    t("groupcodes.standingCount", {
      word: t(`groupcodes.standing.${one}`),
      n: count(code.groups[one]),
    });
  return (
    <section aria-label={t("groupcodes.tabs.queue")}>
      <div className="filters">
        <Select<Standing>
          allowClear
          className="gc-standing"
          aria-label={t("groupcodes.columns.standing")}
          placeholder={t("groupcodes.anyStanding", { n: count(code.groups.all) })}
          value={standing ?? null}
          onChange={(one) => setStanding(one ?? undefined)}
          options={STANDINGS.map((value) => ({ value, label: words(value) }))}
        />
        {mayWrite && <Button onClick={() => setAdding(true)}>{t("groupcodes.add.open")}</Button>}
        <span className="meta">{t("groupcodes.queueAbout")}</span>
      </div>
      {queue.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {queue.isError && (
        <Failed title={t("groupcodes.queueFailed")} onAgain={() => queue.refetch()} />
      )}
      {queue.data && rows.length === 0 && (
        <div className="empty">
          <p>{t(standing ? "groupcodes.queueNone" : "groupcodes.queueEmpty")}</p>
          {mayWrite && !standing && (
            <Button onClick={() => setAdding(true)}>{t("groupcodes.add.open")}</Button>
          )}
        </div>
      )}
      {rows.length > 0 && (
        <QueueTable
          code={code}
          rows={rows}
          zone={zone}
          mayMove={mayWrite && standing === undefined}
          isWhole={!queue.hasNextPage}
          mayWrite={mayWrite}
        />
      )}
      {queue.hasNextPage && (
        <div className="more">
          <Button loading={queue.isFetchingNextPage} onClick={() => queue.fetchNextPage()}>
            {t("groupcodes.more")}
          </Button>
        </div>
      )}
      {adding && <AddGroups id={code.id} onClose={() => setAdding(false)} />}
    </section>
  );
}

interface TableProps {
  code: Code;
  rows: Queued[];
  zone: string;
  mayMove: boolean;
  /** Nothing of the queue is below the last row. */
  isWhole: boolean;
  mayWrite: boolean;
}

function QueueTable({ code, rows, zone, mayMove, isWhole, mayWrite }: TableProps) {
  const { t } = useTranslation();
  const say = useProblem();
  const move = useMove(code.id);
  const take = useTakeOut(code.id);
  const trouble = move.error ?? take.error;
  const name = (row: Queued) =>
    row.name === null ? t("groupcodes.hidden") : row.name || t("groups.nameless");
  const before = (group: Queued, other: Queued | undefined) =>
    move.mutate({ group: group.id, before: other?.id ?? null });
  return (
    <>
      {trouble && <Alert type="error" showIcon title={say(trouble)} />}
      <Table<Queued>
        rowKey="id"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 860 }}
        columns={[
          {
            title: t("groupcodes.columns.group"),
            width: 210,
            fixed: "left",
            render: (_, row) => (
              <>
                <span className="gc-name" title={row.name ?? undefined}>
                  {name(row)}
                </span>
                {row.in_way && <Tag color="success">{t("groupcodes.inWay")}</Tag>}
              </>
            ),
          },
          {
            title: t("groupcodes.columns.standing"),
            width: 130,
            render: (_, row) => (
              <span title={t(`groupcodes.standingAbout.${row.standing}`)}>
                <State
                  tone={standingTones[row.standing]}
                  word={t(`groupcodes.standing.${row.standing}`)}
                />
              </span>
            ),
          },
          {
            title: t("groupcodes.columns.owner"),
            width: 110,
            render: (_, row) => row.owner?.name ?? t("groupcodes.hidden"),
          },
          {
            title: t("groupcodes.columns.scanned"),
            width: 120,
            align: "right",
            className: "num",
            render: (_, row) =>
              t("groupcodes.ofGroups", {
                open: count(row.scanned),
                all: count(code.scan_size ?? 0),
              }),
          },
          {
            title: t("groupcodes.columns.present"),
            width: 110,
            align: "right",
            className: "num",
            render: (_, row) =>
              t("groupcodes.ofGroups", {
                open: count(row.present),
                all: count(code.total_size ?? 0),
              }),
          },
          {
            title: t("groupcodes.columns.added"),
            width: 110,
            align: "right",
            className: "num",
            render: (_, row) => shortMoment(row.added_at, zone),
          },
          ...(mayWrite
            ? [
                {
                  title: t("groupcodes.columns.order"),
                  width: 160,
                  render: (_: unknown, row: Queued, at: number) => (
                    <div className="gc-moves">
                      {mayMove && (
                        <>
                          <Move
                            label={t("groupcodes.toFront", { name: name(row) })}
                            disabled={at === 0}
                            icon={<ArrowUpToLine size={14} aria-hidden="true" />}
                            onMove={() => before(row, rows[0])}
                          />
                          <Move
                            label={t("groupcodes.up", { name: name(row) })}
                            disabled={at === 0}
                            icon={<ArrowUp size={14} aria-hidden="true" />}
                            onMove={() => before(row, rows[at - 1])}
                          />
                          <Move
                            label={t("groupcodes.down", { name: name(row) })}
                            disabled={at >= rows.length - (isWhole ? 1 : 2)}
                            icon={<ArrowDown size={14} aria-hidden="true" />}
                            onMove={() => before(row, rows[at + 2])}
                          />
                        </>
                      )}
                      <Popconfirm
                        title={t("groupcodes.takeOutAsk", { name: name(row) })}
                        description={t("groupcodes.takeOutWhat")}
                        okText={t("groupcodes.takeOut")}
                        cancelText={t("common.cancel")}
                        onConfirm={() => take.mutate(row.id)}
                      >
                        <Button
                          type="text"
                          size="small"
                          aria-label={t("groupcodes.takeOutOf", { name: name(row) })}
                          title={t("groupcodes.takeOut")}
                          icon={<X size={14} aria-hidden="true" />}
                        />
                      </Popconfirm>
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

interface MoveProps {
  label: string;
  disabled: boolean;
  icon: ReactNode;
  onMove: () => void;
}

function Move({ label, disabled, icon, onMove }: MoveProps) {
  return (
    <Button
      type="text"
      size="small"
      aria-label={label}
      title={label}
      disabled={disabled}
      icon={icon}
      onClick={onMove}
    />
  );
}
