import { Link } from "@tanstack/react-router";
import { ProblemError } from "@yutang/api";
import { fullMoment, State, useWhen } from "@yutang/ui";
import { Alert, Button, Skeleton, Tabs } from "antd";
import { ChevronLeft, Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { resultOf, useHandover } from "../api/handovers.ts";
import type { Handover } from "../api/reading.ts";
import { CodesLine, type CodesMay } from "./CodesLine.tsx";
import { GroupsTab } from "./GroupsTab.tsx";
import { PeopleTab } from "./PeopleTab.tsx";
import { RetryDialog } from "./RetryDialog.tsx";
import { Standing } from "./Standing.tsx";
import { StopDialog } from "./StopDialog.tsx";
import { type OneSearch, TABS } from "./search.ts";
import { peopleOf, toneOf } from "./sums.ts";
import { Tiles } from "./Tiles.tsx";
import { useSay, useWords } from "./words.ts";
import "./handovers.css";

interface Props {
  id: number;
  zone: string;
  may: { write: boolean; customers: boolean; groups: boolean; tasks: boolean; codes: CodesMay };
  search: OneSearch;
  onSearch: (search: OneSearch) => void;
  onBack: () => void;
  onOpen: (id: number) => void;
}

export function HandoverPage(props: Props) {
  const { id, onBack } = props;
  const { t } = useTranslation();
  const words = useWords();
  const read = useHandover(id);
  const missing = read.error instanceof ProblemError && read.error.problem.status === 404;
  return (
    <>
      <button type="button" className="back" onClick={onBack}>
        <ChevronLeft size={14} aria-hidden="true" />
        {t("handovers.title")}
      </button>
      {read.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {missing && !read.data && (
        <Alert
          type="warning"
          showIcon
          title={t("handovers.missing")}
          action={<Button onClick={onBack}>{t("handovers.toAll")}</Button>}
        />
      )}
      {read.isError && !missing && !read.data && (
        <Failed title={words(read.error)} onAgain={() => read.refetch()} />
      )}
      {read.data && <Known {...props} one={read.data} now={read.dataUpdatedAt} />}
    </>
  );
}

/**
 * Those who may be asked again: who failed or found no room; and at most so many more, for of those
 * left out only who found no taker, or was not reached, comes along.
 */
function again({ customers, groups }: Handover): { sure: number; most: number } {
  const sure = customers.failed + customers.full + groups.failed;
  return { sure, most: sure + customers.excluded + groups.excluded };
}

function Known({
  one,
  now,
  zone,
  may,
  search,
  onSearch,
  onOpen,
}: Props & { one: Handover; now: number }) {
  const { t, i18n } = useTranslation();
  const [dialog, setDialog] = useState<"stop" | "retry" | null>(null);
  const open = one.state === "running" || one.state === "waiting";
  const tab =
    search.tab ?? (peopleOf(one.customers) + one.customers.excluded > 0 ? "people" : "groups");
  const retried = again(one);
  // What the lists depend on: any number that moves asks them anew.
  const fresh = JSON.stringify([one.customers, one.groups]);
  return (
    <>
      <Head one={one} zone={zone}>
        <Button
          href={resultOf(one.id, i18n.language)}
          download
          icon={<Download size={14} aria-hidden="true" />}
        >
          {t("handovers.result")}
        </Button>
        {open && (
          <Button
            disabled={!may.write}
            title={may.write ? "" : t("handovers.forbidden")}
            onClick={() => setDialog("stop")}
          >
            {t("handovers.stop.open")}
          </Button>
        )}
        {one.state !== "running" && retried.most > 0 && (
          <Button
            type={retried.sure > 0 && !open ? "primary" : "default"}
            disabled={!may.write}
            title={may.write ? "" : t("handovers.forbidden")}
            onClick={() => setDialog("retry")}
          >
            {t("handovers.retry.open")}
          </Button>
        )}
      </Head>
      <Standing one={one} zone={zone} now={now} />
      {one.notes.map((note) => (
        <p key={note} className="handover-note">
          {t([`handovers.notes.${note}`, "handovers.notes.other"], { note })}
        </p>
      ))}
      <CodesLine giver={one.from} takers={one.takers.map((taker) => taker.staff)} may={may.codes} />
      <Tiles
        one={one}
        chosen={tab === "people" ? search.state : undefined}
        onChoose={(state) => onSearch({ tab: "people", state })}
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => onSearch({ tab: TABS.find((known) => known === key) ?? "people" })}
        items={TABS.map((key) => ({ key, label: t(`handovers.tabs.${key}`) }))}
      />
      {tab === "people" ? (
        <PeopleTab
          one={one}
          zone={zone}
          may={may}
          search={search}
          fresh={fresh}
          onSearch={onSearch}
        />
      ) : (
        <GroupsTab one={one} zone={zone} mayOpen={may.groups} fresh={fresh} />
      )}
      {dialog === "stop" && <StopDialog one={one} onClose={() => setDialog(null)} />}
      {dialog === "retry" && (
        <RetryDialog one={one} {...retried} onClose={() => setDialog(null)} onOpen={onOpen} />
      )}
    </>
  );
}

function Head({ one, zone, children }: { one: Handover; zone: string; children: React.ReactNode }) {
  const { t } = useTranslation();
  const say = useSay();
  const tell = useWhen(zone);
  const names = one.takers.map((taker) => taker.staff.name).join(t("common.comma"));
  return (
    <>
      <header className="page-head">
        <div>
          <h1 className="handover-title">
            {one.name}
            <State tone={toneOf(one)} word={t(`handovers.states.${one.state}`)} />
          </h1>
          <p className="meta num">
            {t(`handovers.modes.${one.mode}`)}
            {" · "}
            {t("handovers.fromTo", { from: one.from.name, shown: names })}
            {" · "}
            {t(`handovers.split.${one.rule}.name`)}
            {" · "}
            <span title={fullMoment(one.created_at, zone)}>
              {t("handovers.begunBy", { who: one.created_by_name, when: tell(one.created_at) })}
            </span>
            {one.retry_of !== null && (
              <>
                {" · "}
                <Link to="/handovers/$id" params={{ id: String(one.retry_of) }}>
                  {t("handovers.retryOf")}
                </Link>
              </>
            )}
          </p>
        </div>
        <div className="head-acts handover-head-acts">{children}</div>
      </header>
      {one.reason_say && (
        <Alert
          className="handover-alert"
          type="error"
          showIcon
          title={t(one.errcode === null ? "handovers.why" : "handovers.whyCode", {
            reason: say(one.reason_say),
            code: one.errcode,
          })}
        />
      )}
      {one.message && (
        <blockquote className="handover-message">
          <span className="meta">{t("handovers.message")}</span>
          {one.message}
        </blockquote>
      )}
    </>
  );
}
