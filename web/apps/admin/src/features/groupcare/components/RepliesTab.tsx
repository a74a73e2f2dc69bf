import { count, fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Button, Skeleton, Table, Tag } from "antd";
import { Download, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useReachWords } from "../../../shared/reaching.ts";
import { exportHref, type Reply, useReplies } from "../api/groupcare.ts";
import { EntryDrawer } from "./EntryDrawer.tsx";
import { ReplyDrawer } from "./ReplyDrawer.tsx";
import { replyTones } from "./words.ts";

interface Props {
  zone: string;
  mayWrite: boolean;
}

type Open = { what: "edit" | "entry"; id: number | null } | undefined;

export function RepliesTab({ zone, mayWrite }: Props) {
  const { t, i18n } = useTranslation();
  const found = useReplies();
  const [open, setOpen] = useState<Open>();
  const read = found.data;
  const chosen = open && read?.items.find((one) => one.id === open.id);
  const living = read?.items.filter((one) => one.state !== "to_remove").length ?? 0;
  const todo = read?.items.filter((one) => one.state !== "entered").length ?? 0;
  return (
    <section>
      <div className="care-bar">
        <p className="meta num" aria-live="polite">
          {read && t("groupcare.replies.total", { n: count(living), most: count(read.most) })}
          {read && t(`groupcare.replies.${todo === 0 ? "same" : "todo"}`, { n: count(todo) })}
        </p>
        <div className="head-acts">
          {read && read.items.length > 0 && (
            <Button
              icon={<Download size={14} aria-hidden="true" />}
              href={exportHref(i18n.language)}
              download
            >
              {t("groupcare.replies.export")}
            </Button>
          )}
          {mayWrite && (
            <Button
              type="primary"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => setOpen({ what: "edit", id: null })}
            >
              {t("groupcare.replies.add")}
            </Button>
          )}
        </div>
      </div>
      <p className="meta care-about">{t("groupcare.replies.about")}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && (
        <Failed title={t("groupcare.replies.failed")} onAgain={() => found.refetch()} />
      )}
      {read && read.items.length === 0 && (
        <div className="empty">
          <p>{t("groupcare.replies.empty")}</p>
        </div>
      )}
      {read && read.items.length > 0 && (
        <ReplyTable
          rows={read.items}
          zone={zone}
          onEdit={(id) => setOpen({ what: "edit", id })}
          onEntry={(id) => setOpen({ what: "entry", id })}
        />
      )}
      {read && open?.what === "edit" && (open.id === null || chosen) && (
        <ReplyDrawer
          key={open.id ?? "new"}
          known={chosen ?? null}
          bounds={read}
          mayWrite={mayWrite}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === "entry" && chosen && (
        <EntryDrawer reply={chosen} mayWrite={mayWrite} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}

interface TableProps {
  rows: readonly Reply[];
  zone: string;
  onEdit: (id: number) => void;
  onEntry: (id: number) => void;
}

function ReplyTable({ rows, zone, onEdit, onEntry }: TableProps) {
  const { t } = useTranslation();
  const reach = useReachWords();
  return (
    <Table<Reply>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 980 }}
      columns={[
        {
          key: "name",
          title: t("groupcare.columns.rule"),
          width: 240,
          render: (_, row) => (
            <>
              {row.state === "to_remove" ? (
                <span className="care-second">{row.name}</span>
              ) : (
                <Button type="link" className="care-name" onClick={() => onEdit(row.id)}>
                  {row.name}
                </Button>
              )}
              <span className="meta cut care-second" title={row.text}>
                {row.text || (row.attachment && t(`groupcare.parts.${row.attachment.kind}`))}
              </span>
            </>
          ),
        },
        {
          key: "words",
          title: t("groupcare.columns.words"),
          width: 260,
          render: (_, row) => (
            <>
              <span className="care-words">
                {row.words.map((word) => (
                  <Tag key={word}>{word}</Tag>
                ))}
              </span>
              {row.clashes.length > 0 && (
                <State
                  tone="warn"
                  word={t("groupcare.clashes", {
                    n: count(row.clashes.length),
                    count: row.clashes.length,
                  })}
                />
              )}
            </>
          ),
        },
        {
          key: "reach",
          title: t("groupcare.columns.reach"),
          width: 200,
          render: (_, row) => (
            <>
              <span className="cut care-second" title={reach(row.reach)}>
                {reach(row.reach)}
              </span>
              <span className="meta num">
                {t("groupcare.groups", { n: count(row.groups), count: row.groups })}
              </span>
            </>
          ),
        },
        {
          key: "state",
          title: t("groupcare.columns.console"),
          width: 180,
          render: (_, row) => <Console row={row} zone={zone} />,
        },
        {
          key: "acts",
          title: t("groupcare.columns.acts"),
          width: 120,
          render: (_, row) => (
            <Button size="small" onClick={() => onEntry(row.id)}>
              {t(row.state === "entered" ? "groupcare.entry.see" : "groupcare.entry.open")}
            </Button>
          ),
        },
      ]}
    />
  );
}

function Console({ row, zone }: { row: Reply; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <>
      <State tone={replyTones[row.state]} word={t(`groupcare.replyState.${row.state}`)} />
      {row.entered_at && row.state !== "not_entered" && (
        <span className="meta num care-second" title={fullMoment(row.entered_at, zone)}>
          {t("groupcare.entered", {
            who: row.entered_by ?? nothing,
            time: tell(row.entered_at),
          })}
        </span>
      )}
    </>
  );
}
