import { clock, count, nothing } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useReachWords } from "../../../shared/reaching.ts";
import { type Rules, useRules, type Wrong } from "../api/grouprules.ts";
import { Nicknames } from "./cells.tsx";
import { RulesDrawer } from "./RulesDrawer.tsx";
import { RulesOwners } from "./RulesOwners.tsx";
import "./grouprules.css";

interface Props {
  zone: string;
  mayWrite: boolean;
  /** Leads to the groups of a set in which something is otherwise. */
  onStanding: (set: number, wrong: Wrong | undefined) => void;
}

type Open = { what: "edit"; id: number | null } | { what: "owners"; id: number } | undefined;

export function RulesTab({ zone, mayWrite, onStanding }: Props) {
  const { t } = useTranslation();
  const found = useRules();
  const [open, setOpen] = useState<Open>();
  const read = found.data;
  const chosen = open && read?.items.find((one) => one.id === open.id);
  return (
    <section>
      <div className="care-bar">
        <p className="meta num" aria-live="polite">
          {read &&
            t("grouprules.asOf", {
              time: clock(read.as_of, zone),
              n: count(read.unruled),
              count: read.unruled,
            })}
        </p>
        {mayWrite && (
          <Button
            type="primary"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => setOpen({ what: "edit", id: null })}
          >
            {t("grouprules.add")}
          </Button>
        )}
      </div>
      <p className="meta care-about">{t("grouprules.about")}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && <Failed title={t("grouprules.failed")} onAgain={() => found.refetch()} />}
      {read && read.items.length === 0 && (
        <div className="empty">
          <p>{t("grouprules.empty")}</p>
        </div>
      )}
      {read && read.items.length > 0 && (
        <RulesTable
          rows={read.items}
          onEdit={(id) => setOpen({ what: "edit", id })}
          onOwners={(id) => setOpen({ what: "owners", id })}
          onStanding={onStanding}
        />
      )}
      {open?.what === "edit" && (open.id === null || chosen) && (
        <RulesDrawer
          key={open.id ?? "new"}
          known={chosen ?? null}
          mayWrite={mayWrite}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === "owners" && chosen && (
        <RulesOwners rules={chosen} zone={zone} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}

interface TableProps {
  rows: readonly Rules[];
  onEdit: (id: number) => void;
  onOwners: (id: number) => void;
  onStanding: Props["onStanding"];
}

function RulesTable({ rows, onEdit, onOwners, onStanding }: TableProps) {
  const { t } = useTranslation();
  const reach = useReachWords();
  return (
    <Table<Rules>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 980 }}
      columns={[
        {
          key: "name",
          title: t("grouprules.columns.rules"),
          width: 240,
          render: (_, row) => (
            <>
              <Button type="link" className="care-name" onClick={() => onEdit(row.id)}>
                {row.name}
              </Button>
              <span className="meta cut rules-second" title={reach(row.reach)}>
                {reach(row.reach)}
              </span>
            </>
          ),
        },
        {
          key: "groups",
          title: t("grouprules.columns.groups"),
          width: 130,
          render: (_, row) => (
            <>
              <Button
                type="link"
                className="care-name num"
                onClick={() => onStanding(row.id, undefined)}
              >
                {t("groupcare.groups", { n: count(row.groups), count: row.groups })}
              </Button>
              {row.reached > row.groups && (
                <span className="meta rules-second num">
                  {t("grouprules.overruled", {
                    count: row.reached - row.groups,
                    n: count(row.reached - row.groups),
                  })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "notice",
          title: t("grouprules.columns.notice"),
          width: 150,
          render: (_, row) => <NoticeSums row={row} onOpen={() => onStanding(row.id, "notice")} />,
        },
        {
          key: "names",
          title: t("grouprules.columns.name"),
          width: 150,
          render: (_, row) => <NameSums row={row} onOpen={() => onStanding(row.id, "name")} />,
        },
        {
          key: "nicknames",
          title: t("grouprules.columns.nickname"),
          width: 170,
          render: (_, row) => (
            <Nicknames counts={row.nicknames} form={row.nickname_form !== null} />
          ),
        },
        {
          key: "owners",
          title: t("grouprules.columns.owners"),
          width: 150,
          render: (_, row) => <Tasks row={row} onOpen={() => onOwners(row.id)} />,
        },
      ]}
    />
  );
}

interface SumProps {
  row: Rules;
  onOpen: () => void;
}

function NoticeSums({ row, onOpen }: SumProps) {
  const { t } = useTranslation();
  const { same, differs, empty, unknown } = row.notices;
  if (!row.notice) return <span title={t("grouprules.off.notice")}>{nothing}</span>;
  return (
    <Sums
      wrong={differs + empty}
      right={same}
      unknown={unknown}
      onOpen={onOpen}
      title={t("grouprules.sums.detail", { differs: count(differs), empty: count(empty) })}
    />
  );
}

function NameSums({ row, onOpen }: SumProps) {
  const { t } = useTranslation();
  const { right, wrong, unknown, no_store: storeless } = row.names;
  if (!row.name_pattern) return <span title={t("grouprules.off.name")}>{nothing}</span>;
  return (
    <>
      <Sums wrong={wrong} right={right} unknown={unknown} onOpen={onOpen} />
      {storeless > 0 && (
        <span className="meta rules-second num" title={t("grouprules.storelessWhy")}>
          {t("grouprules.sums.storeless", { n: count(storeless) })}
        </span>
      )}
    </>
  );
}

interface CountedProps {
  wrong: number;
  right: number;
  unknown: number;
  title?: string;
  onOpen: () => void;
}

function Sums({ wrong, right, unknown, title, onOpen }: CountedProps) {
  const { t } = useTranslation();
  return (
    <>
      {wrong > 0 ? (
        <Button type="link" className="care-name num" title={title} onClick={onOpen}>
          {t("grouprules.sums.wrong", { n: count(wrong) })}
        </Button>
      ) : (
        <span className="num">{t("grouprules.sums.none")}</span>
      )}
      <span className="meta rules-second num">
        {t("grouprules.sums.right", { n: count(right) })}
        {unknown > 0 && t("grouprules.sums.unknown", { n: count(unknown) })}
      </span>
    </>
  );
}

function Tasks({ row, onOpen }: SumProps) {
  const { t } = useTranslation();
  const { open, done, dropped } = row.tasks;
  return (
    <>
      <Button type="link" className="care-name num" onClick={onOpen}>
        {t(open > 0 ? "grouprules.tasks.open" : "grouprules.tasks.none", { n: count(open) })}
      </Button>
      <span className="meta rules-second num">
        {t("grouprules.tasks.done", { n: count(done) })}
        {dropped > 0 && t("grouprules.tasks.dropped", { n: count(dropped) })}
        {row.ownerless > 0 &&
          t("grouprules.tasks.ownerless", { count: row.ownerless, n: count(row.ownerless) })}
      </span>
    </>
  );
}
