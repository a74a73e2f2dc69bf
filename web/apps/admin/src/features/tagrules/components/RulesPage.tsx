import { count, nothing, State, useWhen } from "@yutang/ui";
import { Button, Skeleton, Switch, Table, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Rule, useRules, useSwitch } from "../api/rules.ts";
import { StartersDialog } from "./StartersDialog.tsx";
import { useTrouble } from "./trouble.ts";
import { tones, useRuleWords } from "./words.ts";
import "./rules.css";

interface Props {
  zone: string;
  mayWrite: boolean;
  onNew: () => void;
  onOpen: (id: number) => void;
}

/** Rules that tag people by themselves, and how each did last. */
export function RulesPage({ zone, mayWrite, onNew, onOpen }: Props) {
  const { t } = useTranslation();
  const rules = useRules();
  const [choosing, setChoosing] = useState(false);
  const rows = rules.data?.items ?? [];
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("tagrules.title")}</h1>
          <p className="meta num" aria-live="polite">
            {rules.data &&
              t("tagrules.total", {
                count: rows.length,
                n: count(rows.length),
                on: count(rows.filter((one) => one.enabled).length),
              })}
          </p>
        </div>
        {mayWrite ? (
          <div className="rules-acts">
            <Button onClick={() => setChoosing(true)}>{t("tagrules.starters.open")}</Button>
            <Button type="primary" onClick={onNew}>
              {t("tagrules.new")}
            </Button>
          </div>
        ) : (
          <p className="meta">{t("tagrules.locked")}</p>
        )}
      </header>
      {rules.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {rules.isError && <Failed title={t("tagrules.loadFailed")} onAgain={() => rules.refetch()} />}
      {rules.data && rows.length === 0 && (
        <div className="empty">
          <p>{t("tagrules.empty")}</p>
          {mayWrite && (
            <Button onClick={() => setChoosing(true)}>{t("tagrules.starters.open")}</Button>
          )}
        </div>
      )}
      {rows.length > 0 && <RuleTable rows={rows} zone={zone} mayWrite={mayWrite} onOpen={onOpen} />}
      {choosing && <StartersDialog onClose={() => setChoosing(false)} />}
    </>
  );
}

interface TableProps {
  rows: readonly Rule[];
  zone: string;
  mayWrite: boolean;
  onOpen: (id: number) => void;
}

function RuleTable({ rows, zone, mayWrite, onOpen }: TableProps) {
  const { t } = useTranslation();
  const words = useRuleWords();
  return (
    <Table<Rule>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 960 }}
      onRow={(rule) => ({ "data-rule": rule.name }) as object}
      columns={[
        {
          key: "name",
          title: t("tagrules.columns.rule"),
          render: (_, rule) => (
            <>
              <button type="button" className="link rules-name" onClick={() => onOpen(rule.id)}>
                {rule.name}
              </button>
              <span className="meta rules-line">
                {words.when(rule)} →{" "}
                {rule.acts.map((act) => words.then(act, rule.tags)).join(t("common.comma"))}
              </span>
            </>
          ),
        },
        {
          key: "on",
          title: t("tagrules.columns.on"),
          width: 90,
          render: (_, rule) => <OnOff rule={rule} mayWrite={mayWrite} />,
        },
        {
          key: "last",
          title: t("tagrules.columns.last"),
          width: 200,
          render: (_, rule) => <LastRun rule={rule} zone={zone} />,
        },
        {
          key: "changed",
          title: t("tagrules.columns.changed"),
          width: 110,
          align: "right",
          className: "num",
          render: (_, rule) => (rule.last_run ? count(rule.last_run.changed) : nothing),
        },
        {
          key: "refused",
          title: t("tagrules.columns.refused"),
          width: 110,
          align: "right",
          className: "num",
          render: (_, rule) => (rule.last_run ? count(rule.last_run.refused) : nothing),
        },
        {
          key: "next",
          title: t("tagrules.columns.next"),
          width: 180,
          render: (_, rule) => <Next rule={rule} zone={zone} />,
        },
      ]}
    />
  );
}

function LastRun({ rule, zone }: { rule: Rule; zone: string }) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const run = rule.last_run;
  if (!run) return <span title={t("tagrules.neverRan")}>{nothing}</span>;
  return (
    <>
      <State
        tone={run.error ? "bad" : tones[run.state]}
        word={t(`tagrules.states.${run.cause === "event" ? "byEvents" : run.state}`)}
      />
      <span className="meta rules-line num">{when(run.ended_at ?? run.began_at)}</span>
    </>
  );
}

function Next({ rule, zone }: { rule: Rule; zone: string }) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  if (rule.waiting > 0) {
    return (
      <span className="num">
        {t("tagrules.waiting", { count: rule.waiting, n: count(rule.waiting) })}
      </span>
    );
  }
  if (rule.next_at) return <span className="num">{when(rule.next_at)}</span>;
  return <span className="meta">{t(rule.enabled ? "tagrules.onEvents" : "tagrules.isOff")}</span>;
}

/** On or off; what stands against switching it on is said at it. */
export function OnOff({ rule, mayWrite }: { rule: Rule; mayWrite: boolean }) {
  const { t } = useTranslation();
  const change = useSwitch();
  const trouble = useTrouble();
  return (
    <Tooltip
      {...(change.error ? { title: trouble(change.error), defaultOpen: true } : {})}
      key={change.submittedAt}
      {...(mayWrite ? {} : { title: t("tagrules.locked") })}
    >
      <Switch
        checked={rule.enabled}
        disabled={!mayWrite}
        loading={change.isPending}
        aria-label={t("tagrules.switch", { name: rule.name })}
        onChange={(on) => change.mutate({ id: rule.id, on })}
      />
    </Tooltip>
  );
}
