import { Link } from "@tanstack/react-router";
import { count, dateTime, nothing, State, type Tone } from "@yutang/ui";
import { Alert, Button, Collapse, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import {
  type Renewal,
  type RenewalDetail,
  usePickGroup,
  useRenewal,
  useStopRenewal,
} from "../api/watch.ts";
import { CopyText } from "./CopyText.tsx";
import { useGroupName, useWatchWords } from "./words.ts";

export const renewalTones: Record<Renewal["state"], Tone> = {
  planned: "info",
  made: "info",
  moving: "warn",
  done: "ok",
  stopped: "off",
};
const WHOLE = 100;

interface Props {
  renewal: Renewal;
  zone: string;
  mayWrite: boolean;
  /** On the page of which of the two groups it stands. */
  here: number;
}

/** How far a renewal is: old and new group, who arrived, what comes next. */
export function RenewalPanel({ renewal, zone, mayWrite, here }: Props) {
  const { t } = useTranslation();
  const called = useGroupName();
  const runs = !["done", "stopped"].includes(renewal.state);
  const other = renewal.old.id === here ? renewal.new : renewal.old;
  return (
    <>
      <p>
        <State
          tone={renewalTones[renewal.state]}
          word={t(`groupwatch.renewal.states.${renewal.state}`)}
        />
      </p>
      <dl className="facts">
        <dt>
          {t(
            renewal.old.id === here ? "groupwatch.renewal.newGroup" : "groupwatch.renewal.oldGroup",
          )}
        </dt>
        <dd>
          {other ? (
            <Link to="/groups/$id" params={{ id: String(other.id) }}>
              {called(other.name)}
            </Link>
          ) : (
            <span title={t("groupwatch.renewal.waits", { name: renewal.name })}>
              {t("groupwatch.renewal.waits", { name: renewal.name })}
            </span>
          )}
        </dd>
        <dt>{t("groupwatch.renewal.arrived")}</dt>
        <dd className="num">
          {t("groupwatch.renewal.of", { n: count(renewal.arrived), of: count(renewal.persons) })}
        </dd>
        <dt>{t("groupwatch.renewal.goodbye")}</dt>
        <dd className="num">
          {renewal.goodbye_due ? (
            dateTime(renewal.goodbye_due, zone)
          ) : (
            <span title={t("groupwatch.renewal.goodbyeWhy")}>{nothing}</span>
          )}
        </dd>
      </dl>
      <Bar
        percent={renewal.persons ? Math.round((renewal.arrived / renewal.persons) * WHOLE) : 0}
        label={t("groupwatch.renewal.arrived")}
      />
      <More renewal={renewal} zone={zone} mayWrite={mayWrite && runs} />
    </>
  );
}

function More({ renewal, zone, mayWrite }: Omit<Props, "here">) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Collapse
      ghost
      size="small"
      className="watch-fold"
      onChange={(keys) => setOpen(keys.length > 0)}
      items={[
        {
          key: "people",
          label: t("groupwatch.renewal.people", { n: count(renewal.persons) }),
          children: open && <People id={renewal.id} zone={zone} mayWrite={mayWrite} />,
        },
      ]}
    />
  );
}

function People({ id, zone, mayWrite }: { id: number; zone: string; mayWrite: boolean }) {
  const { t } = useTranslation();
  const one = useRenewal(id);
  if (one.isPending) return <Skeleton active paragraph={{ rows: 3 }} title={false} />;
  if (one.isError) return <Failed title={t("groupwatch.failed")} onAgain={() => one.refetch()} />;
  const read = one.data;
  const missing = read.people.filter((person) => !person.arrived_at);
  return (
    <>
      <CopyText title={t("groupwatch.renewal.name")} text={read.name} />
      {read.notice && <CopyText title={t("groupwatch.renewal.notice")} text={read.notice} />}
      {missing.length > 0 && (
        <CopyText
          title={t("groupwatch.renewal.missing", { count: missing.length })}
          text={missing.map((person) => person.name).join(t("common.comma"))}
        />
      )}
      {read.people.length === 0 && <p className="meta">{t("groupwatch.renewal.nobody")}</p>}
      <ul className="watch-people">
        {read.people.map((person) => (
          <li key={person.customer_id ?? person.name}>
            <span className="cut">{person.name || t("groups.members.nameless")}</span>
            <span className="meta">{t(`groupwatch.renewal.why.${person.why}`)}</span>
            <span className="meta num">
              {person.arrived_at
                ? t("groupwatch.renewal.came", { time: dateTime(person.arrived_at, zone) })
                : t("groupwatch.renewal.notYet")}
            </span>
          </li>
        ))}
      </ul>
      {mayWrite && <Acts read={read} />}
    </>
  );
}

function Acts({ read }: { read: RenewalDetail }) {
  const { t } = useTranslation();
  const called = useGroupName();
  const words = useWatchWords();
  const pick = usePickGroup(read.id);
  const stop = useStopRenewal(read.id);
  const trouble = pick.error ?? stop.error;
  return (
    <div className="watch-acts">
      <Select<number>
        aria-label={t("groupwatch.renewal.pick")}
        placeholder={t("groupwatch.renewal.pick")}
        popupMatchSelectWidth={false}
        loading={pick.isPending}
        notFoundContent={t("groupwatch.renewal.noChoice")}
        onChange={(group) => pick.mutate(group)}
        options={read.choices.map((one) => ({ value: one.id, label: called(one.name) }))}
      />
      <Button loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
        {t("groupwatch.renewal.stop")}
      </Button>
      {trouble && <Alert type="error" showIcon title={words(trouble)} />}
    </div>
  );
}
